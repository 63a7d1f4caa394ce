package se.samverkan.partnership.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.samverkan.access.Role;

/**
 * A handover from somebody who leaves a role in a partnership to whoever takes over.
 *
 * @param unit the unit that the role is for
 * @param successor who takes over, where that is decided
 * @param successorName what that person is called; empty where nobody is decided
 * @param questions what the one who leaves wants to say
 * @param version what a change names as the version it saw
 * @param mayFollow whether the reader may write in it: the one who leaves, who made it, or who staffs that side
 */
record Handover(
        long id,
        long partnership,
        long leaver,
        Role role,
        Optional<Long> unit,
        Optional<LocalDate> lastDay,
        Optional<Long> successor,
        String successorName,
        String questions,
        Pack pack,
        int version,
        String madeBy,
        Instant madeAt,
        Optional<Instant> readAt,
        boolean mayFollow) {

    /** Whether it can still be changed. */
    boolean isOpen() {
        return readAt.isEmpty();
    }

    String state() {
        if (readAt.isPresent()) {
            return "READ";
        }
        return successor.isPresent() ? "WAITING" : "OPEN";
    }

    boolean waitsFor(long person) {
        return isOpen() && successor.equals(Optional.of(person));
    }

    String address() {
        return "/partnerships/" + partnership + "/handovers/" + id;
    }
}
