package se.samverkan.intervention.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.samverkan.intervention.occasion.OccasionText;

/**
 * A meeting of people from many organisations who have told of the same cause (nätverksträff). It is called once, moved or called
 * off by those who lead it, and answered by those who are asked.
 *
 * @param organisation the one in whose log it stands; empty for the installation's
 * @param reason why it was moved or called off
 * @param leads whether the actor may move it and call it off
 * @param answer what the actor has answered
 * @param asked whether the actor is asked to come
 * @param sequence how often it has been moved or called off, as calendars count
 * @param version what a change names as the version it saw
 */
record NetworkMeeting(
        long id,
        Optional<Long> organisation,
        NetworkDraft text,
        long convener,
        Optional<Instant> cancelled,
        String reason,
        boolean leads,
        boolean asked,
        Optional<Answer> answer,
        int sequence,
        int version) {

    /** What somebody says to an invitation. */
    enum Answer {
        YES,
        NO;

        /** The key of its sentence. */
        String key() {
            return "network.answer." + name();
        }
    }

    Instant ends() {
        return text.starts().plusSeconds(text.minutes() * 60L);
    }

    /** The day in Sweden. */
    LocalDate day() {
        return LocalDate.ofInstant(text.starts(), OccasionText.SWEDEN);
    }

    boolean isCancelled() {
        return cancelled.isPresent();
    }

    /** Whether it can still be answered, moved and called off. */
    boolean isComing(Instant now) {
        return !isCancelled() && ends().isAfter(now);
    }

    String address() {
        return "/networks/" + id;
    }
}
