package se.samverkan.followup.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.followup.FollowUps;
import se.samverkan.followup.checkpoint.CheckpointDraft.Judged;
import se.samverkan.followup.checkpoint.CheckpointView;
import se.samverkan.followup.checkpoint.CheckpointView.Standing;
import se.samverkan.followup.checkpoint.Checkpoints;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Period;

/** Tells the rooms that report how the follow-ups of a case stand, from their checkpoints. */
@Component
class KnownFollowUps implements FollowUps {

    private final FollowedPlans plans;
    private final Checkpoints checkpoints;

    KnownFollowUps(FollowedPlans plans, Checkpoints checkpoints) {
        this.plans = plans;
        this.checkpoints = checkpoints;
    }

    @Override
    @Transactional(readOnly = true)
    public List<FollowUpStanding> of(PartnershipView partnership) {
        List<FollowedPlan> followed = plans.ofPartnership(partnership);
        if (followed.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Period>> missing = checkpoints.missing(followed);
        return followed.stream()
                .map(plan -> standing(plan, missing.getOrDefault(plan.id(), List.of()), checkpoints.ofPlan(plan)))
                .toList();
    }

    private static FollowUpStanding standing(FollowedPlan plan, List<Period> missing, List<CheckpointView> all) {
        List<CheckpointView> held =
                all.stream().filter(each -> each.standing() == Standing.CLOSED).toList();
        Optional<CheckpointView> last = held.isEmpty() ? Optional.empty() : Optional.of(held.getLast());
        Map<Long, Judged> judged = last.map(each -> each.said().signs()).orElse(Map.of());
        long moved = judged.entrySet().stream()
                .filter(each -> first(each.getKey(), held)
                        .filter(before -> each.getValue().state().isBeyond(before.state()))
                        .isPresent())
                .count();
        return new FollowUpStanding(
                plan.id(),
                plan.plan().unit(),
                plan.plan().unitName(),
                missing,
                last.map(CheckpointView::term),
                judged.size(),
                (int) moved,
                plan.address());
    }

    private static Optional<Judged> first(long sign, List<CheckpointView> held) {
        return held.stream()
                .flatMap(each -> Optional.ofNullable(each.said().signs().get(sign)).stream())
                .findFirst();
    }
}
