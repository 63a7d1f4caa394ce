package se.samverkan.meeting.plan;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who comes to a meeting and has no account.
 *
 * @param email where the invitation was sent; empty for readers who do not plan the meeting
 * @param came whether they came; empty while nobody has said
 * @param letter the last mail to them
 */
public record OutsideGuest(long id, String name, String email, Optional<Boolean> came, Optional<UUID> letter) {

    public boolean isThere() {
        return came.orElse(false);
    }
}
