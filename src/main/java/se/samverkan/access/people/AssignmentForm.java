package se.samverkan.access.people;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.access.Role;
import se.samverkan.access.people.Assignments.Time;
import se.samverkan.shared.page.FormErrors;

/**
 * A role to be given, as it was typed.
 *
 * @param role the name of the role
 * @param place where, as typed or chosen; empty for the whole installation
 * @param acting whether it is held for somebody else
 * @param from the first day
 * @param to the last day, empty for until further notice
 */
record AssignmentForm(String role, String place, boolean acting, String from, String to) {

    static AssignmentForm typed(
            @Nullable String role, @Nullable String place, boolean acting, @Nullable String from, @Nullable String to) {
        return new AssignmentForm(or(role), or(place), acting, or(from), or(to));
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    FormErrors errors() {
        FormErrors errors = FormErrors.none();
        if (chosenRole().isEmpty()) {
            errors = errors.with("role", "people.error.role");
        }
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(to);
        if (first.isEmpty()) {
            errors = errors.with("from", "people.error.day");
        }
        if (!to.isEmpty() && last.isEmpty()) {
            errors = errors.with("to", "people.error.day");
        } else if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            errors = errors.with("to", "people.error.to-before-from");
        }
        return errors;
    }

    Optional<Role> chosenRole() {
        return Arrays.stream(Role.values())
                .filter(each -> each.name().equals(role))
                .findFirst();
    }

    /** The time; ask only when there are no errors. */
    Time time() {
        return new Time(day(from).orElseThrow(), day(to).orElse(null));
    }

    /** A day of this century, as a date field sends it: {@code 2027-03-12}. */
    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.getYear() >= 2000 && day.getYear() < 2100);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
