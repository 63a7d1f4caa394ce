package se.samverkan.partnership.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that lives on when a case has ended.
 *
 * @param unit the unit that it is for; empty for all of them
 * @param owner who owns it there, in words
 * @param lookAt the day it is looked at
 * @param looked how it was when it was looked at; empty until then
 * @param mayLook whether the actor says how it is
 */
record LivesOn(
        long id,
        long partnership,
        Optional<Long> unit,
        String what,
        String owner,
        LocalDate lookAt,
        Optional<Look> looked,
        boolean mayLook) {

    /** How it was. */
    record Look(boolean lives, String words, String by, Instant at) {}

    /** What is to be planned. */
    record Draft(Optional<Long> unit, String what, String owner, LocalDate lookAt) {}

    boolean isToBeLookedAt(LocalDate today) {
        return mayLook && looked.isEmpty() && !lookAt.isAfter(today);
    }
}
