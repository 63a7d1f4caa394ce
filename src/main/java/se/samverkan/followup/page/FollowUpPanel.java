package se.samverkan.followup.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.followup.checkpoint.Checkpoints;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Period;

/** The follow-up of the plans of a case beside its page, for those who read any. */
@Component
@Order(3)
class FollowUpPanel implements CasePanel {

    private final FollowedPlans plans;
    private final Checkpoints checkpoints;

    FollowUpPanel(FollowedPlans plans, Checkpoints checkpoints) {
        this.plans = plans;
        this.checkpoints = checkpoints;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        List<FollowedPlan> followed = plans.ofPartnership(partnership);
        if (followed.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, List<Period>> missing = checkpoints.missing(followed);
        return Optional.of(new Panel(
                "followup.list.title",
                followed.stream()
                        .map(each -> new Line(
                                missing.getOrDefault(each.id(), List.of()).isEmpty()
                                        ? "followup.panel.held"
                                        : "followup.panel.due",
                                page -> each.plan().unitName(),
                                ""))
                        .toList(),
                "followup.list.none",
                "followup.panel.more",
                "/partnerships/" + partnership.id() + "/follow-ups"));
    }
}
