package se.samverkan.statistics;

import org.jspecify.annotations.Nullable;
import se.samverkan.shared.Period;

/**
 * One figure as the database knows it, of a subject that the asker knows.
 *
 * @param indicator the number of its indicator
 * @param breakdown the number of its part, 0 for the whole
 * @param period the time it speaks of
 * @param figure the value or the reason there is none
 * @param n the size of the cohort, where that is published
 * @param importId the import that brought it
 */
record KnownFigure(
        short indicator,
        short breakdown,
        Period period,
        Figure figure,
        @Nullable Integer n,
        int importId) {

    /** The indicator and the part, which together make one series over time. */
    SeriesKey series() {
        return new SeriesKey(indicator, breakdown);
    }

    /** What one line over time is about. */
    record SeriesKey(short indicator, short breakdown) {}
}
