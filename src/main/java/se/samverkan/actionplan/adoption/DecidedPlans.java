package se.samverkan.actionplan.adoption;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.HoldingPlans;
import se.samverkan.actionplan.adoption.StoredPlanVersions.Held;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.shared.AskedOnce;

/** Reads whole plans from what was decided, never from what is being written. */
@Component
class DecidedPlans implements HoldingPlans {

    private final Plans plans;
    private final StoredPlanVersions store;

    DecidedPlans(Plans plans, StoredPlanVersions store) {
        this.plans = plans;
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public List<HoldingPlan> ofPartnership(long partnership) {
        return AskedOnce.in(DecidedPlans.class, partnership, () -> holding(plans.ofPartnership(partnership)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HoldingPlan> of(long plan) {
        return holding(plans.find(plan).stream().toList()).stream().findFirst();
    }

    private List<HoldingPlan> holding(List<PlanView> read) {
        if (read.isEmpty()) {
            return List.of();
        }
        Map<Long, Held> held = store.held(read.stream().map(PlanView::id).toList());
        return read.stream()
                .flatMap(plan -> Optional.ofNullable(held.get(plan.id())).map(each -> holding(plan, each)).stream())
                .toList();
    }

    private static HoldingPlan holding(PlanView plan, Held held) {
        return new HoldingPlan(
                plan.id(),
                plan.partnership(),
                plan.organiser(),
                plan.unit(),
                plan.unitName(),
                plan.level(),
                held.number(),
                held.since(),
                new HeldParts(held.content().plan()).areas());
    }
}
