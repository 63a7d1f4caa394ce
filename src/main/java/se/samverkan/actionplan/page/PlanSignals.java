package se.samverkan.actionplan.page;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.PlannedTerms;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.actionplan.thread.PlanLooseEnds;
import se.samverkan.partnership.CaseSignals;
import se.samverkan.partnership.PartnershipView;

/** That the plan of the reader's own unit has loose ends, and how many, on the page of the case. */
@Component
class PlanSignals implements CaseSignals {

    private final Plans plans;
    private final PlanWriting writing;
    private final PlannedTerms terms;
    private final PlanLooseEnds ends;

    PlanSignals(Plans plans, PlanWriting writing, PlannedTerms terms, PlanLooseEnds ends) {
        this.plans = plans;
        this.writing = writing;
        this.terms = terms;
        this.ends = ends;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Signal> of(PartnershipView partnership) {
        return plans.ofPartnership(partnership.id()).stream()
                .filter(plan -> plan.writes() || plan.adopts())
                .limit(1)
                .flatMap(plan -> told(
                        plan,
                        ends.of(plan, writing.parts(plan), plans.colleagues(plan), terms.of(partnership))
                                .size())
                        .stream())
                .toList();
    }

    /** That so much is loose in a plan; nothing where nothing is. */
    static Optional<Signal> told(PlanView plan, int loose) {
        return loose == 0
                ? Optional.empty()
                : Optional.of(new Signal(
                        "actionplan.signal", List.of(plan.unitName(), loose), plan.address() + "/thread", loose));
    }
}
