package se.samverkan.actionplan.page;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
                .flatMap(plan -> {
                    int loose = ends.of(plan, writing.parts(plan), plans.colleagues(plan), terms.of(partnership))
                            .size();
                    return loose == 0
                            ? java.util.stream.Stream.empty()
                            : java.util.stream.Stream.of(new Signal(
                                    "actionplan.signal", List.of(plan.unitName(), loose), plan.address() + "/thread"));
                })
                .toList();
    }
}
