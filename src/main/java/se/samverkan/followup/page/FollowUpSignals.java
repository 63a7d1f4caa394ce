package se.samverkan.followup.page;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.followup.checkpoint.Checkpoints;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.partnership.CaseSignals;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Period;

/** The checkpoints of a case that are late, on its page. */
@Component
class FollowUpSignals implements CaseSignals {

    private final FollowedPlans plans;
    private final Checkpoints checkpoints;

    FollowUpSignals(FollowedPlans plans, Checkpoints checkpoints) {
        this.plans = plans;
        this.checkpoints = checkpoints;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Signal> of(PartnershipView partnership) {
        List<FollowedPlan> followed = plans.ofPartnership(partnership);
        if (followed.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Period>> missing = checkpoints.missing(followed);
        return followed.stream()
                .flatMap(plan -> missing.getOrDefault(plan.id(), List.of()).stream()
                        .filter(term -> FollowedPlan.lastDay(term).isBefore(plans.today()))
                        .map(term -> new Signal(
                                "followup.signal.late",
                                List.of(plan.plan().unitName(), term.toString()),
                                plan.address() + "/checkpoints/" + term.key())))
                .toList();
    }
}
