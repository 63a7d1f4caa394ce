package se.samverkan.organisation.keeping;

import java.time.LocalDate;
import java.util.List;
import se.samverkan.organisation.Particulars.CalendarDays;
import se.samverkan.organisation.Particulars.DayKind;
import se.samverkan.shared.Refusal;

/**
 * What an organiser's calendar must be so that others can reckon with it: days in their order, nothing longer than a year,
 * and never two terms at once.
 */
final class CalendarRules {

    private CalendarRules() {}

    /**
     * Refuses days that break a rule.
     *
     * @param others what is in the calendar already, without the one that is being changed
     */
    static void check(DayKind kind, LocalDate first, LocalDate last, List<CalendarDays> others) {
        if (last.isBefore(first)) {
            throw Refusal.rule("calendar.refusal.order");
        }
        if (last.isAfter(first.plusYears(1))) {
            throw Refusal.rule("calendar.refusal.long");
        }
        if (kind == DayKind.TERM) {
            others.stream()
                    .filter(other -> other.kind() == DayKind.TERM)
                    .filter(other ->
                            !other.first().isAfter(last) && !other.last().isBefore(first))
                    .findFirst()
                    .ifPresent(other -> {
                        throw Refusal.rule("calendar.refusal.overlap", other.name());
                    });
        }
    }
}
