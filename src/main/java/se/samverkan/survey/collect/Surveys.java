package se.samverkan.survey.collect;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.UnitView;
import se.samverkan.organisation.UnitView.FormView;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.survey.collect.StoredSurveys.Summary;
import se.samverkan.survey.question.Question;
import se.samverkan.survey.question.QuestionSet;
import se.samverkan.survey.question.QuestionSets;
import se.samverkan.survey.question.Questions;
import se.samverkan.survey.question.Result;

/**
 * The door to surveys for those whose they are: the unit's leadership and working group, and those of the organiser who read
 * the whole of it. The agency or office sees none of it here. No way leads from here to a single answer.
 */
@Component
public class Surveys {

    private final StoredSurveys stored;
    private final QuestionSets sets;
    private final Partnerships partnerships;
    private final Directory directory;
    private final SurveyClosing closing;
    private final Rights rights;
    private final AuditTrail trail;

    Surveys(
            StoredSurveys stored,
            QuestionSets sets,
            Partnerships partnerships,
            Directory directory,
            SurveyClosing closing,
            Rights rights,
            AuditTrail trail) {
        this.stored = stored;
        this.sets = sets;
        this.partnerships = partnerships;
        this.directory = directory;
        this.closing = closing;
        this.rights = rights;
        this.trail = trail;
    }

    /** Whether surveys concern the actor at all. */
    public boolean concernActor() {
        return rights.allow(Verb.READ_SURVEYS);
    }

    /** The surveys of a partnership that the actor reads: what is not closed first, then the newest. */
    @Transactional(readOnly = true)
    public List<SurveyView> ofPartnership(long partnership) {
        rights.require(Verb.READ_SURVEYS);
        return stored.ofPartnership(partnership);
    }

    @Transactional(readOnly = true)
    public SurveyView survey(long id) {
        rights.require(Verb.READ_SURVEYS);
        return stored.find(id).orElseThrow(Refusal::notSeen);
    }

    /** Whether the actor runs a survey, or only reads it. */
    @Transactional(readOnly = true)
    public boolean mayRun(SurveyView survey) {
        return rights.allow(Verb.RUN_SURVEYS) && stored.may(Verb.RUN_SURVEYS.name(), survey.unit());
    }

    /** The units of a partnership at which the actor draws up surveys. */
    @Transactional(readOnly = true)
    public List<Participant> unitsToAsk(PartnershipView partnership) {
        return rights.allow(Verb.RUN_SURVEYS) ? unitsOf(partnership, Verb.RUN_SURVEYS) : List.of();
    }

    private List<Participant> unitsOf(PartnershipView partnership, Verb verb) {
        Set<Long> mine = new HashSet<>(stored.units(verb.name()));
        return partnership.units().stream()
                .filter(each -> mine.contains(each.unit()))
                .toList();
    }

    /** How many have answered each of these. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> answers(Collection<SurveyView> surveys) {
        return stored.answers(surveys.stream().map(SurveyView::id).toList());
    }

    /** The ready sets that suit a unit. */
    @Transactional(readOnly = true)
    public List<QuestionSet> sets(Participant unit) {
        Set<String> forms = directory.unitsByIds(List.of(unit.unit())).stream()
                .map(UnitView::forms)
                .flatMap(List::stream)
                .map(FormView::form)
                .collect(Collectors.toSet());
        return sets.suiting(unit.level().name(), forms);
    }

    @Transactional(readOnly = true)
    public LocalDate today() {
        return stored.today();
    }

    /** Draws one up from a ready set; it is a draft until it is opened. */
    @Transactional
    long drawUp(long partnershipId, long unit, String set, SurveyDraft draft) {
        PartnershipView partnership = partnerships.find(partnershipId).orElseThrow(Refusal::notSeen);
        Participant participant = unitsToAsk(partnership).stream()
                .filter(each -> each.unit() == unit)
                .findFirst()
                .orElseThrow(() -> Refusal.notAllowed("refusal.verb.RUN_SURVEYS"));
        if (!partnership.standing().isLive() || !participant.standing().isLive()) {
            throw Refusal.rule("survey.refusal.case-ended");
        }
        QuestionSet chosen = sets(participant).stream()
                .filter(each -> each.key().equals(set))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("survey.refusal.set"));
        check(draft);
        long id = stored.add(partnership, unit, chosen, draft);
        trail.record(SurveyTrail.happening("survey.drawn-up", survey(id)).changing("unit", null, participant.name()));
        return id;
    }

    /** A survey that the actor runs. */
    @Transactional(readOnly = true)
    public SurveyView toRun(long id) {
        SurveyView survey = survey(id);
        if (!mayRun(survey)) {
            throw Refusal.notAllowed("refusal.verb.RUN_SURVEYS");
        }
        return survey;
    }

    @Transactional
    void change(long id, int seen, SurveyDraft draft) {
        SurveyView survey = toChange(id, seen);
        check(draft);
        if (!stored.change(survey, draft)) {
            throw Refusal.stale();
        }
        trail.record(SurveyTrail.happening("survey.changed", survey)
                .changing("title", survey.title(), draft.title())
                .changing("last-day", survey.lastDay(), draft.lastDay())
                .changing("survey-threshold", survey.threshold(), draft.threshold()));
    }

    private void check(SurveyDraft draft) {
        if (draft.lastDay().isBefore(stored.today())) {
            throw Refusal.rule("survey.refusal.last-day");
        }
    }

    SurveyView toChange(long id, int seen) {
        SurveyView survey = toRun(id);
        if (survey.isClosed()) {
            throw Refusal.rule("survey.refusal.closed");
        }
        if (survey.version() != seen) {
            throw Refusal.stale();
        }
        return survey;
    }

    /** The questions as they are put now. */
    @Transactional(readOnly = true)
    public Questions questions(SurveyView survey) {
        return stored.questions(survey.id(), survey.questions());
    }

    /** The questions of every version. */
    @Transactional(readOnly = true)
    public Map<Integer, Questions> everyVersion(SurveyView survey) {
        return stored.everyVersion(survey.id());
    }

    /** Changes the questions; once somebody can have met these, what is put from now on is a new version. */
    @Transactional
    void ask(long id, int seen, List<Question> questions) {
        SurveyView survey = toChange(id, seen);
        if (questions.isEmpty()) {
            throw Refusal.rule("survey.refusal.no-question");
        }
        Questions before = questions(survey);
        int number = survey.isDraft() ? survey.questions() : survey.questions() + 1;
        Questions now = Questions.next(before, questions, number);
        if (now.equals(before)) {
            return;
        }
        if (!stored.touch(survey)) {
            throw Refusal.stale();
        }
        stored.ask(id, number, now);
        trail.record(SurveyTrail.happening("survey.asked", survey)
                .changing("survey-questions", before.all().size(), now.all().size())
                .changing("survey-version", survey.questions(), number));
    }

    /** Opens it: from now on whoever has the link can answer. */
    @Transactional
    void open(long id, int seen) {
        SurveyView survey = toChange(id, seen);
        if (!survey.isDraft()) {
            throw Refusal.rule("survey.refusal.open-already");
        }
        if (survey.lastDay().isBefore(stored.today())) {
            throw Refusal.rule("survey.refusal.last-day");
        }
        if (!stored.open(survey)) {
            throw Refusal.stale();
        }
        trail.record(SurveyTrail.happening("survey.opened", survey).changing("last-day", null, survey.lastDay()));
    }

    /** Closes it, sums it up and deletes the answers; it cannot be opened again. */
    @Transactional
    void close(long id) {
        SurveyView survey = toRun(id);
        closing.close(id, survey.organiser(), survey.title());
    }

    /** What a closed survey came to. */
    @Transactional(readOnly = true)
    public Optional<Result> result(SurveyView survey) {
        return survey.isClosed() ? stored.result(survey.id()) : Optional.empty();
    }

    /** What was written in own words, as far as the actor may read it, in an order of chance. */
    @Transactional(readOnly = true)
    List<Voice> voices(SurveyView survey) {
        return survey.isClosed() ? stored.voices(survey.id()) : List.of();
    }

    /** What own words told of, as those who read them have said it. */
    @Transactional(readOnly = true)
    public Optional<String> toldInOwnWords(SurveyView survey) {
        return summary(survey).map(Summary::words).filter(words -> !words.isBlank());
    }

    @Transactional(readOnly = true)
    Optional<Summary> summary(SurveyView survey) {
        return stored.summary(survey.id());
    }

    /** Says what own words told of, in words of one's own that name nobody. */
    @Transactional
    void summarise(long id, int seen, FreeText words) {
        SurveyView survey = toRun(id);
        if (!survey.isClosed()) {
            throw Refusal.rule("survey.refusal.not-closed");
        }
        Optional<Summary> before = summary(survey);
        if (!stored.summarise(id, words.text(), seen)) {
            throw Refusal.stale();
        }
        trail.record(SurveyTrail.happening("survey.summarised", survey)
                .changing("words", before.map(Summary::words).orElse(null), words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }
}
