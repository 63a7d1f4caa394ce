package se.samverkan.partnership.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.UnitView;
import se.samverkan.organisation.UnitView.FormView;
import se.samverkan.partnership.FormHome;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.QuestionFields;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Phases;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.QuestionForm;
import se.samverkan.programme.variant.QuestionForm.Field;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/** The door to the programme's forms in a case: what is asked of a unit, and what it answers. */
@Component
class CaseForms {

    private final Partnerships partnerships;
    private final Course course;
    private final Phases phases;
    private final Directory directory;
    private final StoredForms store;
    private final ObjectProvider<FormHome> homes;
    private final AuditTrail trail;

    CaseForms(
            Partnerships partnerships,
            Course course,
            Phases phases,
            Directory directory,
            StoredForms store,
            ObjectProvider<FormHome> homes,
            AuditTrail trail) {
        this.partnerships = partnerships;
        this.course = course;
        this.phases = phases;
        this.directory = directory;
        this.store = store;
        this.homes = homes;
        this.trail = trail;
    }

    /** The form of a unit, for somebody who reads it. */
    @Transactional(readOnly = true)
    public CaseForm form(long partnership, long unit, String key) {
        PartnershipView view = partnerships.find(partnership).orElseThrow(Refusal::notSeen);
        Participant participant = view.participant(unit).orElseThrow(Refusal::notSeen);
        StoredForms.Part part = store.part(partnership, unit, view.organiser());
        if (!part.reads()) {
            throw Refusal.notSeen();
        }
        Variant variant = phases.variant(view);
        QuestionForm form = variant.forms().stream()
                .filter(each -> each.key().equals(key) && each.levels().contains(participant.level()))
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        Map<String, StoredForms.Answer> answers = store.answers(partnership, unit, key);
        List<FormVersion> versions = store.versions(partnership, unit, key);
        boolean held = versions.stream().anyMatch(FormVersion::holds);
        boolean live = participant.standing().isLive() && view.standing().isLive();
        return new CaseForm(
                view,
                participant,
                form,
                variant.phase(form.phase()).orElseThrow(Refusal::notSeen),
                form.asked(view.light(), schoolForms(participant)),
                answers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().words())),
                versions.size()
                        + answers.values().stream()
                                .mapToInt(StoredForms.Answer::version)
                                .sum(),
                versions,
                part.fills() && live && !held,
                part.fills() && part.adopts() && live);
    }

    private List<String> schoolForms(Participant unit) {
        List<String> forms = directory.unitById(unit.unit()).map(UnitView::forms).orElse(List.of()).stream()
                .map(FormView::form)
                .toList();
        return forms.isEmpty() && unit.level() == Level.PRESCHOOL ? List.of("PRESCHOOL") : forms;
    }

    /** Whether the actor answers the forms of a unit. */
    @Transactional(readOnly = true)
    public boolean mayFill(PartnershipView partnership, Participant unit) {
        return store.part(partnership.id(), unit.unit(), partnership.organiser())
                .fills();
    }

    /** The form, for somebody who answers it. */
    @Transactional(readOnly = true)
    public CaseForm toWrite(long partnership, long unit, String key) {
        CaseForm form = form(partnership, unit, key);
        if (form.holding().isPresent()) {
            throw Refusal.rule("partnership.form.refusal.adopted");
        }
        if (!form.writes()) {
            throw Refusal.notAllowed("refusal.verb.DO_STEPS");
        }
        return form;
    }

    /** Where a form is answered, if another room does that: its address, or empty where the actor has nothing to do there. */
    @Transactional(readOnly = true)
    public Optional<String> elsewhere(CaseForm form) {
        return homes.stream()
                .filter(home -> home.holds(
                        phases.variant(form.partnership()),
                        form.form(),
                        form.unit().level()))
                .findFirst()
                .map(home -> home.address(form.partnership(), form.unit().unit(), form.form())
                        .orElse("/partnerships/" + form.partnership().id()));
    }

    /**
     * Answers questions of a form; those that are not changed stay as they are.
     *
     * @param version the version of the form that was seen
     * @param words the answers by the key of each field that is answered or emptied
     */
    @Transactional
    public void answer(long partnership, long unit, String key, int version, Map<String, FreeText> words) {
        course.locked(partnership);
        CaseForm form = toWrite(partnership, unit, key);
        if (form.version() != version) {
            throw Refusal.stale();
        }
        Happening happening = happening("form-answered", form);
        for (Field field : form.fields()) {
            FreeText now = words.get(field.key());
            if (now != null && !now.text().equals(form.answer(field))) {
                happening = answer(form, field, now, happening);
            }
        }
        trail.record(happening);
    }

    private Happening answer(CaseForm form, Field field, FreeText now, Happening happening) {
        if (now.text().length() > QuestionFields.MOST_OF_WORDS) {
            throw Refusal.rule(
                    "partnership.question.refusal.long",
                    QuestionFields.MOST_OF_WORDS,
                    now.text().length());
        }
        store.answer(form, field.key(), now.text());
        return happening
                .changing("words", none(form.answer(field)), none(now.text()))
                .changing("number-reason", null, now.numberReasonOrNull());
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Something that was done to a form, as the log of its organiser tells it. */
    static Happening happening(String deed, CaseForm form) {
        return Happening.of(
                        "partnership." + deed,
                        new Subject(
                                "partnership-form",
                                form.partnership().id() + "/" + form.unit().unit() + "/"
                                        + form.form().key(),
                                form.unit().name()),
                        form.partnership().organiser())
                .changing("title", null, form.form().name().sv());
    }
}
