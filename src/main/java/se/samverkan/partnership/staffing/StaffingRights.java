package se.samverkan.partnership.staffing;

import java.util.Optional;
import java.util.Set;
import se.samverkan.access.Role;

/**
 * What the actor may staff in one partnership.
 *
 * @param agency the side of the agency or office
 * @param organiser the organiser's side
 * @param units the units whose working groups may be staffed
 */
record StaffingRights(boolean agency, boolean organiser, Set<Long> units) {

    /** The roles that a partnership can give; every other role is held in an organisation and given there. */
    static final Set<Role> GIVEN =
            Set.of(Role.PROCESS_FACILITATOR, Role.ANALYST, Role.RESEARCHER, Role.COORDINATOR, Role.WORKING_GROUP);

    boolean allow(Role role, Optional<Long> unit) {
        return switch (role) {
            case PROCESS_FACILITATOR, ANALYST, RESEARCHER -> agency;
            case COORDINATOR -> organiser && unit.isEmpty();
            case WORKING_GROUP -> unit.filter(units::contains).isPresent();
            default -> false;
        };
    }

    /** Whether anything at all. */
    boolean any() {
        return agency || organiser || !units.isEmpty();
    }
}
