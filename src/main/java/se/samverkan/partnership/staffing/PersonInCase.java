package se.samverkan.partnership.staffing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import se.samverkan.access.Names.PersonName;
import se.samverkan.access.Role;
import se.samverkan.shared.page.Page;

/**
 * Somebody's role in a partnership, for its time.
 *
 * @param assignment the id of the role
 * @param person the id of the person
 * @param unit the unit that it is for; empty for the partnership as a whole
 * @param standsFor what a member of a working group stands for there
 * @param acting whether it is held for somebody else (tillförordnad)
 * @param to the last day; empty until further notice
 * @param version what a change names as the version it saw
 * @param givenHere whether it was given in the partnership, or is held in the organisation or unit anyway
 * @param state whether it is held today
 */
@NamedInterface("people")
public record PersonInCase(
        long assignment,
        long person,
        PersonName name,
        Role role,
        Optional<Long> unit,
        Optional<StandsFor> standsFor,
        boolean acting,
        LocalDate from,
        Optional<LocalDate> to,
        int version,
        boolean givenHere,
        State state) {

    /** Whether a role is held today. */
    public enum State {
        CURRENT,
        COMING,
        ENDED;

        static State on(LocalDate day, LocalDate from, Optional<LocalDate> to) {
            if (from.isAfter(day)) {
                return COMING;
            }
            return to.filter(last -> last.isBefore(day)).isPresent() ? ENDED : CURRENT;
        }
    }

    /** What the person is called: by the last role where the name has been replaced by a number. */
    public String called(Page page) {
        String former = name.formerRole();
        return former == null ? name.name() : page.text("audit.who.former", page.text("role." + former), name.name());
    }

    /** From when to when, in words. */
    public String period(Page page) {
        return to.map(last -> page.text("partnership.staffing.period.to", from, last))
                .orElseGet(() -> page.text("partnership.staffing.period.open", from));
    }

    public boolean isCurrent() {
        return state == State.CURRENT;
    }

    /** Whether it ends within so many days of a day, not counting what has ended. */
    public boolean endsWithin(int days, LocalDate today) {
        return isCurrent()
                && to.filter(last -> !last.isAfter(today.plusDays(days))).isPresent();
    }

    /** The same people by their role, in the order in which they come. */
    public static Map<Role, List<PersonInCase>> byRole(List<PersonInCase> people) {
        return people.stream()
                .collect(Collectors.groupingBy(PersonInCase::role, LinkedHashMap::new, Collectors.toList()));
    }
}
