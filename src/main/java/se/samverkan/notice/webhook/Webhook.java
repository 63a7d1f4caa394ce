package se.samverkan.notice.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A system that is told, as those see it who manage it; the secret is known to nobody any more but that system.
 *
 * @param kinds what it is told of
 * @param failures how often it has failed in a row
 * @param pausedAt since when it is left in peace, where it is
 * @param pausedByPerson whether somebody chose so, rather than that it failed
 * @param version as it was read
 * @param formerUntil until when the former secret holds beside the new one, where it does
 */
record Webhook(
        long id,
        long organisation,
        String organisationName,
        String name,
        String url,
        List<String> kinds,
        Instant madeAt,
        int failures,
        Optional<Instant> pausedAt,
        boolean pausedByPerson,
        int version,
        Optional<Instant> formerUntil) {

    boolean isPaused() {
        return pausedAt.isPresent();
    }

    boolean isPausedByFailure() {
        return isPaused() && !pausedByPerson;
    }

    /**
     * An event that it has been told, or shall be.
     *
     * @param status what the system answered last, where it did
     * @param problem why it was not delivered, empty where it was or has not been tried
     * @param next when it is tried again, where it is
     */
    record Sent(
            String kind,
            Instant toldAt,
            String state,
            int attempts,
            OptionalInt status,
            String problem,
            Optional<Instant> next) {}
}
