package se.samverkan.access.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.page.Page;

/**
 * A person as those see them who keep people.
 *
 * @param organisation the organisation that keeps the person, null when the installation does
 * @param organisationName what it is called, empty when the installation does
 * @param leftOn the last day, where one is known
 * @param formerRole the last role of somebody who has been given a pseudonym and had one, else null
 * @param pseudonymised whether the name has been replaced by a number
 * @param removed whether the person was removed, which can be undone for 30 days
 * @param manageable whether the reader may change what the person is called and let the person leave
 * @param wholly whether the reader manages every role of the person, and so may invite, move the address and remove
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
        boolean pseudonymised,
        boolean removed,
        boolean manageable,
        boolean wholly,
        int version) {

    /** The name, or what is left to call somebody by whose name has been replaced. */
    String called(Page page) {
        if (!pseudonymised) {
            return name;
        }
        return formerRole == null
                ? page.text("people.nameless", name)
                : page.text("audit.who.former", page.text("role." + formerRole), name);
    }

    boolean hasLeft(LocalDate today) {
        return leftOn != null && leftOn.isBefore(today);
    }
}
