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
}
