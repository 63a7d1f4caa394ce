package se.samverkan.partnership.staffing;

import java.util.List;
import java.util.Optional;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.variant.Text;

/**
 * A role that the programme asks for, in the partnership as a whole or at one of its units, with those who have it.
 *
 * @param unit the unit that needs it; empty for the partnership as a whole
 * @param most how many may hold it at once
 * @param why what they are there for, in the programme's words
 * @param people those who have, will have or have had it there
 */
record Need(Role role, Optional<Participant> unit, int least, int most, Text why, List<PersonInCase> people) {

    List<PersonInCase> current() {
        return people.stream().filter(PersonInCase::isCurrent).toList();
    }

    List<PersonInCase> others() {
        return people.stream().filter(each -> !each.isCurrent()).toList();
    }

    /** How many are missing today; never less than 0. */
    long missing() {
        long there = current().stream().map(PersonInCase::person).distinct().count();
        return Math.max(0, least - there);
    }

    /** Whether a working group has members, but none who is a teacher. */
    boolean lacksTeacher() {
        return role == Role.WORKING_GROUP
                && !current().isEmpty()
                && current().stream().noneMatch(each -> each.standsFor().equals(Optional.of(StandsFor.TEACHER)));
    }

    /** Whether two facilitators work as a pair here. */
    boolean isPair() {
        return role == Role.PROCESS_FACILITATOR && current().size() >= 2;
    }

    /** Whether one more may be given the role now. */
    boolean hasRoom() {
        return current().size() < most;
    }

    Optional<Long> unitId() {
        return unit.map(Participant::unit);
    }
}
