package se.samverkan.access.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samverkan.access.Role;
import se.samverkan.shared.page.Page;

/**
 * A role that somebody has, had or will have somewhere.
 *
 * @param organisation where, null for the whole installation
 * @param place where in words: unit, area and organisation; empty for the whole installation and for one partnership
 * @param inCase whether it reaches one partnership only
 * @param acting whether it is held for somebody else (tillförordnad)
 * @param to the last day, null for until further notice
 * @param state COMING, CURRENT, ENDED or REMOVED
 */
record AssignmentView(
        long id,
        long person,
        Role role,
        @Nullable Long organisation,
        String place,
        boolean inCase,
        boolean acting,
        LocalDate from,
        @Nullable LocalDate to,
        String state,
        int version) {

    boolean removed() {
        return state.equals("REMOVED");
    }

    /** Where it is held, for a sentence: the place, one partnership, or the whole installation. */
    String where(Page page) {
        return place.isEmpty() ? page.text(inCase ? "people.one-case" : "people.whole-installation") : place;
    }

    boolean canEnd() {
        return state.equals("CURRENT") || state.equals("COMING");
    }
}
