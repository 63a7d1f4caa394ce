package se.samverkan.access.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.access.Rights;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.shared.Refusal;

/** The rules that giving and taking roles keeps to; each refuses with a reason. */
@Component
class AssignmentPolicy {

    private final Assignments assignments;
    private final Rights rights;

    AssignmentPolicy(Assignments assignments, Rights rights) {
        this.assignments = assignments;
        this.rights = rights;
    }

    /** Nobody gives or takes roles outside the organisations whose people they manage. */
    void isOfOwnOrganisation(@Nullable Long organisation) {
        rights.require(Verb.MANAGE_PEOPLE);
        if (organisation == null) {
            if (!rights.allowEverywhere(Verb.MANAGE_PEOPLE)) {
                throw Refusal.notAllowed("refusal.assignment.whole-installation");
            }
        } else if (!rights.allow(Verb.MANAGE_PEOPLE, organisation)) {
            throw Refusal.notAllowed("refusal.assignment.other-organisation");
        }
    }

    /** A head teacher is head teacher of a unit, a coordinator coordinates an organiser. */
    void fits(Role role, Place place) {
        String wanted = assignments.placeOf(role);
        if (!place.fits(wanted)) {
            throw Refusal.rule("refusal.assignment.place-" + wanted);
        }
    }

    /** The same role at the same place is held once at a time; asked once it is written, before it is kept. */
    void standsAlone(long assignment) {
        assignments.overlapping(assignment).ifPresent(AssignmentPolicy::refuseOverlap);
    }

    private static void refuseOverlap(AssignmentView other) {
        LocalDate last = other.to();
        if (last == null) {
            throw Refusal.rule("refusal.assignment.overlaps-open", other.from());
        }
        throw Refusal.rule("refusal.assignment.overlaps", other.from(), last);
    }

    /** The installation always has an administrator, today and after this. */
    void leavesAnAdministrator(List<AssignmentView> taken, LocalDate lastDay) {
        List<Long> whole = taken.stream()
                .filter(each -> each.role() == Role.ADMINISTRATOR && each.organisation() == null)
                .map(AssignmentView::id)
                .toList();
        if (!whole.isEmpty() && !assignments.administeredWithout(whole, lastDay)) {
            throw Refusal.rule("refusal.assignment.last-administrator");
        }
    }
}
