package se.samverkan.followup.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import se.samverkan.followup.checkpoint.CheckpointDraft.Judged;
import se.samverkan.followup.checkpoint.CheckpointView;
import se.samverkan.followup.checkpoint.CheckpointView.Standing;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.followup.sign.SignState;
import se.samverkan.shared.Period;

/** The checkpoints of a plan term by term: held, skipped, missing, and those to come. */
final class CheckpointCourse {

    private final FollowedPlan plan;
    private final List<CheckpointView> held;
    private final LocalDate today;
    private final Period since;

    CheckpointCourse(FollowedPlan plan, List<CheckpointView> held, FollowedPlans plans) {
        this.plan = plan;
        this.held = held;
        this.today = plans.today();
        this.since = plans.heldSince(plan);
    }

    /**
     * A term of the course.
     *
     * @param standing HELD, OPEN, SKIPPED, LATE, NOW, EARLIER or AHEAD
     */
    record Line(Period term, String standing, Optional<CheckpointView> checkpoint, LocalDate lastDay) {

        boolean isOpenTo() {
            return !standing.equals("AHEAD");
        }
    }

    List<Line> lines() {
        TreeMap<Period, Optional<CheckpointView>> terms = new TreeMap<>();
        plan.rhythm().forEach(term -> terms.put(term, Optional.empty()));
        held.forEach(each -> terms.put(each.term(), Optional.of(each)));
        List<Line> lines = new ArrayList<>();
        terms.forEach((term, checkpoint) ->
                lines.add(new Line(term, standing(term, checkpoint), checkpoint, FollowedPlan.lastDay(term))));
        return lines;
    }

    private String standing(Period term, Optional<CheckpointView> checkpoint) {
        if (checkpoint.isPresent() && checkpoint.get().standing() != Standing.OPEN) {
            return checkpoint.get().standing() == Standing.CLOSED ? "HELD" : "SKIPPED";
        }
        if (!plan.hasCheckpointIn(term, today)) {
            return "AHEAD";
        }
        if (checkpoint.isPresent()) {
            return "OPEN";
        }
        if (term.compareTo(since) < 0) {
            return "EARLIER";
        }
        return FollowedPlan.lastDay(term).isBefore(today) ? "LATE" : "NOW";
    }

    /** How far a sign had come at each checkpoint that was held, in time. */
    List<Optional<SignState>> states(long sign) {
        return judging().stream()
                .map(each -> Optional.ofNullable(each.said().signs().get(sign)).map(Judged::state))
                .toList();
    }

    /** The checkpoints that judged anything, in time. */
    List<CheckpointView> judging() {
        return held.stream().filter(each -> !each.said().signs().isEmpty()).toList();
    }
}
