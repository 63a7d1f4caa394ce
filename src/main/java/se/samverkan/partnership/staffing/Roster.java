package se.samverkan.partnership.staffing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Role;
import se.samverkan.partnership.staffing.CaseStaffing.Newcomer;

/**
 * The door through which a case that is taken over gets the people of the agency or office at once. Each is given a role as by
 * the form, with the same rules, the same line in the log and the same link to come in by. The organiser staffs its own side.
 */
@Component
public class Roster {

    /** The roles that an agency or office gives in its partnerships. */
    public static final List<Role> ROLES = List.of(Role.PROCESS_FACILITATOR, Role.ANALYST, Role.RESEARCHER);

    private final CaseStaffing staffing;

    Roster(CaseStaffing staffing) {
        this.staffing = staffing;
    }

    /**
     * Somebody with a role.
     *
     * @param unit the id of the unit; empty for the whole case
     */
    public record Line(
            String name, String email, Role role, Optional<Long> unit, LocalDate from, Optional<LocalDate> to) {}

    /** Whether something looks like an address that mail can be sent to. */
    public static boolean isAddress(String text) {
        return StaffForm.isAddress(text);
    }

    /**
     * Gives somebody a role.
     *
     * @return the path of the link to come in by, for somebody who is new
     * @throws se.samverkan.shared.Refusal as the form refuses
     */
    @Transactional
    public Optional<String> enter(long partnership, Line line) {
        return staffing.invite(
                partnership,
                new Newcomer(line.name(), line.email(), "sv"),
                new StoredStaffing.Draft(line.role(), line.unit(), Optional.empty(), line.from(), line.to()));
    }
}
