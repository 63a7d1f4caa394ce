package se.samverkan.selection.candidate;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion says of one unit.
 *
 * @param criterion the criterion
 * @param pooled what was published, put together
 * @param shrunk the value drawn toward what is expected for such a unit, null where chance cannot be told
 * @param verdict whether the unit lies beyond the threshold
 */
public record Reading(
        Criterion criterion, Pooled pooled, @Nullable Shrunk shrunk, Verdict verdict) {

    /** Whether a unit lies beyond a threshold. */
    public enum Verdict {
        BEYOND,
        NOT_BEYOND,
        /** There is no value to hold against the threshold. */
        CANNOT_TELL,
        /** The criterion has a weight and no threshold. */
        NOT_ASKED;

        static Verdict of(Criterion criterion, OptionalDouble value) {
            if (criterion.isWeighted()) {
                return NOT_ASKED;
            }
            if (value.isEmpty()) {
                return CANNOT_TELL;
            }
            return criterion.isBeyond(value.getAsDouble()) ? BEYOND : NOT_BEYOND;
        }
    }

    /**
     * A value drawn toward what is expected, as a random-effects model gives it.
     *
     * @param estimate the estimate, in the unit of the indicator
     * @param error its standard error
     * @param expected what is expected for a unit with such pupils
     * @param trust how much of the unit's own value is in the estimate, 0 to 1
     */
    record Shrunk(double estimate, double error, double expected, double trust) {}

    /** What counts in the index: the shrunk value where there is one, else the value as published. */
    OptionalDouble best() {
        return shrunk == null ? pooled.value() : OptionalDouble.of(shrunk.estimate());
    }

    double error() {
        return shrunk == null ? 0 : shrunk.error();
    }
}
