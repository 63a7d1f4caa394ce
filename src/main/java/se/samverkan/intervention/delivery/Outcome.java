package se.samverkan.intervention.delivery;

import java.time.Instant;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.intervention.occasion.Occasion.Standing;

/**
 * What became of an occasion.
 *
 * @param minutes how long it was; 0 where it has not been held
 * @param done what was done, beside what was planned
 * @param deviation what did not go as planned, or why it was cancelled
 * @param version what a change names as the version it saw
 */
public record Outcome(
        long occasion,
        Standing standing,
        int minutes,
        String done,
        String deviation,
        Optional<PersonName> by,
        Optional<Instant> at,
        int version) {

    public boolean isHeld() {
        return standing == Standing.HELD;
    }

    public boolean isCancelled() {
        return standing == Standing.CANCELLED;
    }
}
