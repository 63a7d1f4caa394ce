package se.samverkan.records.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A list of what is to go, and what was decided.
 *
 * @param dueBy everything on it had come to rest by this day
 * @param ruleVersion the rule that it was made by
 * @param items how many things stand on it
 * @param decision null while it waits
 */
record ProposalView(
        long id,
        String kind,
        LocalDate dueBy,
        int ruleVersion,
        String reason,
        long proposedBy,
        Instant proposedAt,
        int items,
        @Nullable Decision decision) {

    /**
     * What was decided.
     *
     * @param disposed whether it went
     * @param items how many went
     */
    record Decision(boolean disposed, String words, int items, long by, Instant at) {}

    boolean waits() {
        return decision == null;
    }
}
