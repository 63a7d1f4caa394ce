package se.samverkan.analysis.self;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/** The door to self-assessments: criteria of a unit's own, judged in this term, with the terms before beside. */
@Component
public class SelfAssessments {

    private static final int MOST_CRITERIA = 20;

    private final Analyses analyses;
    private final StoredSelfAssessments store;
    private final AuditTrail trail;
    private final Clock clock;

    SelfAssessments(Analyses analyses, StoredSelfAssessments store, AuditTrail trail, Clock clock) {
        this.analyses = analyses;
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<SelfCriterion> of(AnalysisView analysis) {
        return store.of(analysis.id());
    }

    /** The term that is judged now. */
    public Period term() {
        return Period.termOf(LocalDate.now(clock));
    }

    /** What a change of this term's judgement names as the version it saw. */
    public int version(List<SelfCriterion> criteria) {
        return criteria.stream()
                .flatMap(each -> each.in(term()).stream())
                .mapToInt(SelfStep::version)
                .sum();
    }

    /** Adds criteria to judge by. */
    @Transactional
    public void add(long id, List<FreeText> names) {
        AnalysisView analysis = analyses.locked(id);
        if (store.of(id).size() + names.size() > MOST_CRITERIA) {
            throw Refusal.rule("analysis.refusal.criteria", MOST_CRITERIA);
        }
        for (FreeText name : names) {
            if (name.text().isBlank() || name.text().length() > PartDraft.MOST_OF_TITLE) {
                throw Refusal.rule("analysis.refusal.criterion", PartDraft.MOST_OF_TITLE);
            }
            store.add(id, name.text());
            trail.record(Analyses.happening("self-criterion-added", analysis)
                    .changing("criterion", null, name.text())
                    .changing("number-reason", null, name.numberReasonOrNull()));
        }
    }

    /** Where the unit thinks that it is. */
    public record Judged(int step, FreeText words) {}

    /** Judges this term, from the version that was seen. */
    @Transactional
    public void judge(long id, int version, Map<Long, Judged> judged) {
        AnalysisView analysis = analyses.locked(id);
        List<SelfCriterion> criteria = store.of(id);
        if (version(criteria) != version) {
            throw Refusal.stale();
        }
        Period term = term();
        Happening happening =
                Analyses.happening("self-assessed", analysis).changing("analysis-term", null, term.toString());
        for (SelfCriterion criterion : criteria) {
            Judged now = judged.get(criterion.id());
            if (now == null || isAsBefore(criterion, term, now)) {
                continue;
            }
            if (now.step() < SelfStep.LOWEST || now.step() > SelfStep.HIGHEST) {
                throw Refusal.rule("analysis.refusal.step");
            }
            if (now.words().text().length() > PartDraft.MOST_OF_WORDS) {
                throw Refusal.rule("analysis.refusal.words-long", PartDraft.MOST_OF_WORDS);
            }
            store.put(criterion.id(), term, now.step(), now.words().text());
            happening = happening
                    .changing(
                            "criterion",
                            criterion
                                    .in(term)
                                    .map(each -> each.step() + " " + each.words())
                                    .orElse(null),
                            criterion.name() + ": " + now.step() + " "
                                    + now.words().text())
                    .changing("number-reason", null, now.words().numberReasonOrNull());
        }
        trail.record(happening);
    }

    private static boolean isAsBefore(SelfCriterion criterion, Period term, Judged now) {
        return criterion
                .in(term)
                .filter(each -> each.step() == now.step()
                        && each.words().equals(now.words().text()))
                .isPresent();
    }
}
