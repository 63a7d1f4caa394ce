package se.samverkan.meeting.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samverkan.organisation.Particulars.CalendarDays;
import se.samverkan.organisation.Particulars.DayKind;

/**
 * The days on which an organiser's schools are open, as far as its calendar tells: no weekend, no holiday, and within a term
 * where the calendar has terms around that time.
 */
final class SchoolDays {

    private static final int LONGEST_BREAK = 100;

    private final List<CalendarDays> calendar;

    SchoolDays(List<CalendarDays> calendar) {
        this.calendar = List.copyOf(calendar);
    }

    /** Whether the organiser has told of any term or holiday. */
    boolean areKnown() {
        return !calendar.isEmpty();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The holiday that a day falls in; empty where it falls in none. */
    Optional<CalendarDays> holiday(LocalDate day) {
        return calendar.stream()
                .filter(each -> each.kind() == DayKind.HOLIDAY && holds(each, day))
                .findFirst();
    }

    /** Whether a day falls between two terms: before one, after another, and in neither. */
    boolean isBetweenTerms(LocalDate day) {
        List<CalendarDays> terms =
                calendar.stream().filter(each -> each.kind() == DayKind.TERM).toList();
        return terms.stream().noneMatch(each -> holds(each, day))
                && terms.stream().anyMatch(each -> each.last().isBefore(day))
                && terms.stream().anyMatch(each -> each.first().isAfter(day));
    }

    boolean isOpen(LocalDate day) {
        return !isWeekend(day) && holiday(day).isEmpty() && !isBetweenTerms(day);
    }

    /** The day itself or the first open one after it; the day itself where none is near. */
    LocalDate onOrAfter(LocalDate day) {
        return Stream.iterate(day, each -> each.plusDays(1))
                .limit(LONGEST_BREAK)
                .filter(this::isOpen)
                .findFirst()
                .orElse(day);
    }

    private static boolean holds(CalendarDays days, LocalDate day) {
        return !day.isBefore(days.first()) && !day.isAfter(days.last());
    }
}
