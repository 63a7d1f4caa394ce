package se.samverkan.notice;

import java.time.Instant;

/**
 * Something with a time that goes with a mail to the calendar of the one who gets it: new, moved or called off. Its title is
 * neutral, as in {@link CalendarSource}; its place is told, since the mail tells it too.
 *
 * @param id the same at every telling, and the same as in the feed: {@code meeting-12}
 * @param sequence how often it has been moved or called off; a calendar follows the highest
 * @param cancelled whether it is called off, for everybody or for the one who gets it
 * @param key the sentence of its title in the message files
 * @param place where it is; may be empty
 * @param address the path of the page where more is told; for somebody who sees no page here an address of the web, or empty
 */
public record Appointment(
        String id,
        int sequence,
        boolean cancelled,
        String key,
        Instant from,
        Instant to,
        String place,
        String address) {}
