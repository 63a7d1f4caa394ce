package se.samverkan.statistics.disclosure;

import java.util.OptionalDouble;

/**
 * Between what a masked number must lie, for all that whoever reads the table can know.
 *
 * @param most empty where nothing limits it
 */
public record Range(double least, OptionalDouble most) {

    /** How wide it is; infinite where nothing limits it. */
    public double width() {
        return most.isPresent() ? most.getAsDouble() - least : Double.POSITIVE_INFINITY;
    }

    private static final double ROUNDING = 1e-6;

    /** Between what the sum of this and another must lie. */
    public Range plus(Range other) {
        return new Range(
                least + other.least,
                most.isPresent() && other.most.isPresent()
                        ? OptionalDouble.of(most.getAsDouble() + other.most.getAsDouble())
                        : OptionalDouble.empty());
    }

    /** Whether a number can lie there. */
    public boolean has(double value) {
        return value >= least - ROUNDING && value <= most.orElse(Double.POSITIVE_INFINITY) + ROUNDING;
    }
}
