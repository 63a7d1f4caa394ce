package se.samverkan.followup.goal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import se.samverkan.actionplan.HoldingPlans.HeldGoal;
import se.samverkan.followup.goal.ControlLimits.Limits;
import se.samverkan.followup.goal.RunRules.Finding;
import se.samverkan.statistics.IndicatorView;

/**
 * How the figures of a goal have moved, and what can and cannot be read from them.
 *
 * @param indicator what is measured, for a published series
 * @param points in time; those without a value too
 * @param breaks where the series means something else than before: the point from which it does, and why
 * @param median the middle of the points after the last break; empty with none
 * @param findings what the rules for run charts say of the points with a value after the last break, by their place among these
 * @param limits the control limits of these points; empty where the figures do not carry any
 * @param said what must be said beside the picture
 */
public record GoalSeries(
        HeldGoal goal,
        Optional<IndicatorView> indicator,
        List<GoalPoint> points,
        List<Break> breaks,
        OptionalDouble median,
        List<Finding> findings,
        List<Limits> limits,
        List<Said> said) {

    /**
     * Where no line goes across.
     *
     * @param slot the first point that means something else
     * @param key the key of why
     */
    public record Break(int slot, String key) {}

    /** A sentence by its key, with what is put into it. Numbers in it are values of the goal. */
    public record Said(String key, List<Object> details) {

        static Said of(String key, Object... details) {
            return new Said("followup.goal." + key, List.of(details));
        }
    }

    /** The newest point with a value. */
    public Optional<GoalPoint> newest() {
        return points.stream().filter(each -> each.value().isPresent()).reduce((one, other) -> other);
    }

    /** With fewer than two values there is no line to draw. */
    public boolean isDrawn() {
        return points.stream().filter(each -> each.value().isPresent()).count() > 1;
    }
}
