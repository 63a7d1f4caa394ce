package se.samverkan.actionplan.adoption;

import java.time.Instant;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;

/**
 * A plan as the unit's head decided on it.
 *
 * @param words why it was amended; may be empty for the first
 * @param decided what the organiser decided; empty while it waits
 * @param document the id of the document that it became, where it did
 */
record PlanVersion(
        long id,
        int number,
        FrozenPlan content,
        String words,
        PersonName by,
        Instant at,
        Optional<Decided> decided,
        Optional<Long> document) {

    /** What the organiser decided, and why where it was sent back. */
    record Decided(boolean holds, String words, PersonName by, Instant at) {}

    boolean waits() {
        return decided.isEmpty();
    }

    boolean holds() {
        return decided.filter(Decided::holds).isPresent();
    }

    /** WAITS, HOLDS or SENT_BACK, for the message files. */
    String standing() {
        return waits() ? "WAITS" : holds() ? "HOLDS" : "SENT_BACK";
    }
}
