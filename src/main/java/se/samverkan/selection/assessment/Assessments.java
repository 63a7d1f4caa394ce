package se.samverkan.selection.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.UnitView;
import se.samverkan.selection.assessment.Assessment.Joint;
import se.samverkan.selection.assessment.Assessment.Opinion;
import se.samverkan.selection.candidate.Candidate;
import se.samverkan.selection.candidate.CandidateLists;
import se.samverkan.selection.candidate.CriteriaSetting;
import se.samverkan.selection.round.RoundMaterial.Conclusion;
import se.samverkan.selection.round.RoundUnits;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to assessments: two people assess a unit, blind to each other until both have finished, and then agree on a
 * joint line. What is done to one's own is told as a record of its own in the log, so that the round's page does not tell
 * the other assessor of it.
 */
@Component
public class Assessments {

    private final SelectionRounds rounds;
    private final StoredAssessments stored;
    private final Standing standing;
    private final CriteriaSetting criteria;
    private final CandidateLists lists;
    private final RoundUnits units;
    private final AuditTrail trail;

    Assessments(
            SelectionRounds rounds,
            StoredAssessments stored,
            Standing standing,
            CriteriaSetting criteria,
            CandidateLists lists,
            RoundUnits units,
            AuditTrail trail) {
        this.rounds = rounds;
        this.stored = stored;
        this.standing = standing;
        this.criteria = criteria;
        this.lists = lists;
        this.units = units;
        this.trail = trail;
    }

    /** What the reader may know of each unit, by its id. */
    @Transactional(readOnly = true)
    public Map<Long, Assessment> all(long round) {
        return stored.all(rounds.round(round).id());
    }

    /** What the reader may know of one unit. */
    @Transactional(readOnly = true)
    public Assessment of(long round, long unit) {
        return all(round).getOrDefault(unit, Assessment.NONE);
    }

    /** The units that come into question, school form by school form and by name; each once. */
    @Transactional(readOnly = true)
    public List<Candidate> inQuestion(long round) {
        Map<Long, Candidate> found = new LinkedHashMap<>();
        lists.of(rounds.round(round), criteria.current(round)).stream()
                .filter(list -> !list.criteria().isEmpty())
                .flatMap(list -> list.candidates().stream())
                .filter(Candidate::comesIntoQuestion)
                .forEach(candidate -> found.putIfAbsent(candidate.unit().id(), candidate));
        return List.copyOf(found.values());
    }

    /**
     * What of a round that is open still waits for its reader, who assesses in it.
     *
     * @param own units that the reader could assess
     * @param joint units that the reader is one of the two of, and that have no joint line
     */
    public record Left(int own, int joint) {}

    @Transactional(readOnly = true)
    public Left leftForReader(long round) {
        Map<Long, Assessment> known = all(round);
        List<Assessment> asked = inQuestion(round).stream()
                .map(each -> known.getOrDefault(each.unit().id(), Assessment.NONE))
                .toList();
        int own = (int) asked.stream().filter(Assessment::isOpenToReader).count();
        int joint = (int) asked.stream()
                .filter(each -> each.isJoinedByReader() && each.joint().isEmpty())
                .count();
        return new Left(own, joint);
    }

    /**
     * Saves the actor's own.
     *
     * @param unit the key of a unit that comes into question
     * @param seen the version that the form showed, 0 for none
     */
    @Transactional
    public void save(long round, String unit, int seen, AssessmentDraft draft) {
        RoundView assessed = rounds.roundToAssess(round);
        standing.requireOpen(round);
        UnitView about = units.of(assessed, unit);
        Assessment now = of(round, about.id());
        if (now.own().map(Opinion::isDone).orElse(false)) {
            throw Refusal.rule("selection.refusal.assessment-done");
        }
        if (now.isUnsealed()) {
            throw Refusal.rule("selection.refusal.assessed-by-two");
        }
        if (inQuestion(round).stream().noneMatch(each -> each.unit().id() == about.id())) {
            throw Refusal.rule("selection.refusal.not-in-question", about.name());
        }
        if (!stored.save(round, about.id(), seen, draft)) {
            throw Refusal.stale();
        }
        trail.record(Happening.of(
                        draft.done() ? "assessment.finished" : "assessment.saved",
                        new Happening.Subject("assessment", round + "-" + about.id(), about.name()),
                        assessed.owner())
                .changing("number-reason", null, draft.reasons().numberReasonOrNull()));
    }

    /**
     * Writes the joint line, or changes it.
     *
     * @param seen the version that the form showed, 0 for none
     */
    @Transactional
    public void join(long round, String unit, int seen, Conclusion conclusion, FreeText reasons) {
        RoundView assessed = rounds.roundToAssess(round);
        standing.requireOpen(round);
        UnitView about = units.of(assessed, unit);
        Assessment now = of(round, about.id());
        if (!now.isJoinedByReader()) {
            throw Refusal.rule("selection.refusal.joint-by-the-two");
        }
        if (reasons.text().isBlank()) {
            throw Refusal.rule("selection.refusal.reasons");
        }
        if (!stored.join(round, about.id(), seen, conclusion, reasons.text())) {
            throw Refusal.stale();
        }
        trail.record(SelectionRounds.happening("joint-line", assessed)
                .changing("unit", null, about.name())
                .changing("conclusion", now.joint().map(Joint::conclusion).orElse(null), conclusion)
                .changing("reasons", now.joint().map(Joint::reasons).orElse(null), reasons.text())
                .changing("number-reason", null, reasons.numberReasonOrNull()));
    }
}
