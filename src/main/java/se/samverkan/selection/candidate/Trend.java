package se.samverkan.selection.candidate;

import java.util.List;
import se.samverkan.selection.candidate.Criterion.Needy;
import se.samverkan.selection.candidate.Pooled.Year;

/**
 * How the published values of a unit have moved over some years (trend), as far as the figures carry: a slope that may be
 * told from nothing or not, a bare change where they carry no measure of chance, or too few years to say anything.
 */
sealed interface Trend {

    /** The years that were looked at, the newest first, with and without a value. */
    List<Year> years();

    /** Fewer than three years have a value. */
    record TooFew(List<Year> years) implements Trend {}

    /** From the first year with a value to the last, without a measure of chance. */
    record Change(List<Year> years) implements Trend {

        double from() {
            return told().getLast().value().orElseThrow();
        }

        double to() {
            return told().getFirst().value().orElseThrow();
        }
    }

    /**
     * A weighted line through the years.
     *
     * @param cohorts how many pupils each year with a value rests on, in the order of those years
     * @param perYear how much the value moves a year, in the indicator's unit
     * @param error its standard error
     * @param reach how far the 95 per cent interval reaches to either side
     * @param assumed whether the cohort of some year is not published and another year's stands for it
     */
    record Slope(List<Year> years, List<Integer> cohorts, double perYear, double error, double reach, boolean assumed)
            implements Trend {

        double low() {
            return perYear - reach;
        }

        double high() {
            return perYear + reach;
        }

        Way way() {
            if (low() > 0) {
                return Way.RISES;
            }
            return high() < 0 ? Way.SINKS : Way.UNSURE;
        }

        /** Whether it moves away from need; only where it can be told that it moves. */
        boolean isForTheBetter(Needy needy) {
            return way() == (needy == Needy.LOW ? Way.RISES : Way.SINKS);
        }
    }

    /** Which way a value moves, where the interval says so. */
    enum Way {
        RISES,
        SINKS,
        /** It cannot be told from standing still. */
        UNSURE
    }

    /** The years with a value, the newest first. */
    default List<Year> told() {
        return years().stream().filter(year -> year.value().isPresent()).toList();
    }

    /** The years without one. */
    default List<Year> untold() {
        return years().stream().filter(year -> year.value().isEmpty()).toList();
    }
}
