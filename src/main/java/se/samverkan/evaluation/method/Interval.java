package se.samverkan.evaluation.method;

import org.jspecify.annotations.Nullable;

/**
 * An effect with how sure it is. Where nothing varies there is no standard error and no interval: chance cannot be told from
 * figures that do not move.
 *
 * @param estimate in the outcome's own unit
 * @param se its standard error, or nothing
 * @param lower end of its interval, or nothing
 * @param upper end of its interval, or nothing
 */
public record Interval(
        double estimate,
        @Nullable Double se,
        @Nullable Double lower,
        @Nullable Double upper) {

    /** The estimate ± {@code reach} standard errors. */
    static Interval of(double estimate, @Nullable Double se, double reach) {
        return se == null
                ? new Interval(estimate, null, null, null)
                : new Interval(estimate, se, estimate - reach * se, estimate + reach * se);
    }

    /** Whether the interval leaves out 0; without an interval nothing is claimed. */
    public boolean leavesOutZero() {
        return lower != null && upper != null && (lower > 0 || upper < 0);
    }
}
