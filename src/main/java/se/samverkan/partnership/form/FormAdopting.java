package se.samverkan.partnership.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.course.Course;
import se.samverkan.programme.variant.QuestionForm.Field;
import se.samverkan.records.document.Adopting;
import se.samverkan.records.document.Content;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Draft;
import se.samverkan.records.document.RecordRef;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Fact;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;

/**
 * The door by which whoever decides for a unit adopts a form: it becomes an adopted document of the unit's in the case, in
 * Swedish (språklagen, section 10), which is shared as any other. It is written in again only after somebody has said why.
 */
@Component
class FormAdopting {

    private static final String KIND = "partnership.form";
    private static final int MOST_OF_REASON = 2000;

    private final CaseForms forms;
    private final Course course;
    private final StoredForms store;
    private final Documents documents;
    private final Adopting adopting;
    private final AuditTrail trail;
    private final Words words;
    private final Clock clock;

    FormAdopting(
            CaseForms forms,
            Course course,
            StoredForms store,
            Documents documents,
            Adopting adopting,
            AuditTrail trail,
            MessageSource messages,
            Clock clock) {
        this.forms = forms;
        this.course = course;
        this.store = store;
        this.documents = documents;
        this.adopting = adopting;
        this.trail = trail;
        this.words = new Words(messages, Words.SWEDISH);
        this.clock = clock;
    }

    /**
     * Adopts what is written.
     *
     * @param version the version of the form that was seen
     */
    @Transactional
    public void adopt(long partnership, long unit, String key, int version) {
        course.locked(partnership);
        CaseForm form = forms.toWrite(partnership, unit, key);
        requireDeciding(form);
        if (form.version() != version) {
            throw Refusal.stale();
        }
        if (!form.missing().isEmpty()) {
            throw Refusal.rule(
                    "partnership.form.refusal.missing",
                    form.missing().getFirst().label().sv());
        }
        if (!form.isBegun()) {
            throw Refusal.rule("partnership.form.refusal.empty");
        }
        int number = form.versions().size() + 1;
        long document = draw(form, number);
        store.adopt(form, number, document);
        trail.record(CaseForms.happening("form-adopted", form).changing("version", null, number));
    }

    /** Draws the version up as the unit's document, the same one each time, and adopts it there. */
    private long draw(CaseForm form, int number) {
        String title = title(form);
        Content content = new Content.Rendered(
                rendition(form, words.text("partnership.form.paper.adopted", number, words.moment(clock.instant()))));
        long id;
        if (form.versions().isEmpty()) {
            long organiser = form.partnership().organiser();
            RecordRef record = new RecordRef(
                    "partnership", Long.toString(form.partnership().id()));
            id = documents.draft(
                    new Draft(organiser, organiser, form.unit().unit(), KIND, title, Locale.of("sv"), record), content);
        } else {
            id = form.versions().getFirst().document();
            documents.newVersion(id, documents.document(id).version(), new FreeText(title, ""), FreeText.NONE, content);
        }
        adopting.adopt(id, documents.document(id).version(), adopting.own());
        return id;
    }

    /** Opens an adopted form to be written in again; what was adopted stands as it was. */
    @Transactional
    public void reopen(long partnership, long unit, String key, FreeText why) {
        course.locked(partnership);
        CaseForm form = forms.form(partnership, unit, key);
        requireDeciding(form);
        if (form.holding().isEmpty()) {
            throw Refusal.stale();
        }
        if (why.text().isBlank() || why.text().length() > MOST_OF_REASON) {
            throw Refusal.rule("partnership.form.refusal.why", MOST_OF_REASON);
        }
        store.reopen(form, why.text());
        trail.record(CaseForms.happening("form-reopened", form)
                .changing("reason", null, why.text())
                .changing("number-reason", null, why.numberReasonOrNull()));
    }

    private static void requireDeciding(CaseForm form) {
        if (!form.adopts()) {
            throw Refusal.notAllowed("refusal.verb.ADOPT_DOCUMENTS");
        }
    }

    /** What is written now, as a document that says how far it has come. */
    Rendition now(CaseForm form) {
        return rendition(
                form,
                form.holding()
                        .map(version -> words.text(
                                "partnership.form.paper.adopted", version.number(), words.moment(version.at())))
                        .orElseGet(() -> words.text("partnership.form.paper.draft")));
    }

    private Rendition rendition(CaseForm form, String state) {
        List<Block> blocks = new ArrayList<>();
        for (Field field : form.fields()) {
            String answer = form.told(field, Words.SWEDISH);
            blocks.add(new Block.Heading(1, field.label().sv()));
            blocks.add(new Block.Paragraph(answer.isEmpty() ? words.text("partnership.question.unanswered") : answer));
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(words.text("partnership.form.nothing-asked")));
        }
        return new Rendition(
                Words.SWEDISH,
                form.partnership().organiserName(),
                title(form),
                form.form().askedBy().sv(),
                List.of(
                        new Fact(
                                words.text("partnership.form.paper.phase"),
                                form.phase().name().sv()),
                        new Fact(words.text("partnership.form.paper.state"), state)),
                blocks,
                clock.instant());
    }

    private static String title(CaseForm form) {
        return form.form().name().sv() + ", " + form.unit().name();
    }
}
