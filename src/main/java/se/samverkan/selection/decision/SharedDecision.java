package se.samverkan.selection.decision;

import java.time.Instant;
import java.util.Optional;
import se.samverkan.selection.allotment.Allotted.Part;

/**
 * A decision as those read it who were not in its round: the organisers that it was shared with, and whoever keeps the
 * register where it was made.
 *
 * @param round the round's id
 * @param owner the organisation that decided
 * @param caseNumber empty where there is none
 * @param sharedAt when it was shared, where it is
 * @param message what was written to the organisers, empty where nothing
 * @param own whether it was shared with an organiser of the reader
 */
public record SharedDecision(
        long round,
        String name,
        String purpose,
        String cohort,
        long owner,
        String caseNumber,
        String decidedBy,
        Instant decidedAt,
        Optional<Instant> sharedAt,
        String message,
        boolean own) {

    /**
     * One of the reader's own units in it.
     *
     * @param number its place among the reserves, where it is one
     * @param called whether it is a reserve that has been taken in
     * @param replaced whether it will not take part after all
     */
    record OwnUnit(String key, String name, String organiser, Part part, int number, boolean called, boolean replaced) {

        /** What it means for the unit, as the last part of a message key. */
        String outcome() {
            if (replaced) {
                return "LEFT_OUT";
            }
            return called ? "CALLED" : part.name();
        }
    }
}
