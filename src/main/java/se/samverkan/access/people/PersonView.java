package se.samverkan.access.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person as those see them who keep people.
 *
 * @param organisation the organisation that keeps the person, null when the installation does
 * @param organisationName what it is called, empty when the installation does
 * @param leftOn the last day, where one is known
 * @param formerRole the last role of somebody who has been given a pseudonym, else null
 * @param removed whether the person was removed, which can be undone for 30 days
 * @param manageable whether the reader may change, invite and let leave
 */
record PersonView(
        long id,
        String name,
        String email,
        String language,
        @Nullable Long organisation,
        String organisationName,
        @Nullable LocalDate leftOn,
        @Nullable String formerRole,
        boolean removed,
        boolean manageable,
        int version) {

    boolean pseudonymised() {
        return formerRole != null;
    }

    boolean hasLeft(LocalDate today) {
        return leftOn != null && leftOn.isBefore(today);
    }
}
