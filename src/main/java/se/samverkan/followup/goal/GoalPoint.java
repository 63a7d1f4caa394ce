package se.samverkan.followup.goal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;

/**
 * A point of a goal's series: a published figure of a period, or one that the unit counted on a day.
 *
 * @param when the period, or the day, as people write it
 * @param day the day from which it counts in time
 * @param figure the published figure, or the reason there is none; empty for an own figure
 * @param n how many are behind it, where that is known
 */
public record GoalPoint(
        String when,
        LocalDate day,
        Optional<Period> period,
        OptionalDouble value,
        Optional<Figure> figure,
        OptionalInt n) {

    static GoalPoint of(Period period, Figure figure, OptionalInt n) {
        return new GoalPoint(
                period.toString(), lastDay(period), Optional.of(period), figure.value(), Optional.of(figure), n);
    }

    static GoalPoint of(CountedFigure own) {
        return new GoalPoint(
                own.day().toString(),
                own.day(),
                Optional.empty(),
                OptionalDouble.of(own.value()),
                Optional.empty(),
                own.n());
    }

    /** The day on which what a period speaks of ends, by the calendar that plans count in. */
    private static LocalDate lastDay(Period period) {
        return switch (period.kind()) {
            case SCHOOL_YEAR -> LocalDate.of(period.year() + 1, 6, 30);
            case SPRING_TERM -> LocalDate.of(period.year(), 6, 30);
            case AUTUMN_TERM, CALENDAR_YEAR, AT_LATEST -> LocalDate.of(period.year(), 12, 31);
        };
    }
}
