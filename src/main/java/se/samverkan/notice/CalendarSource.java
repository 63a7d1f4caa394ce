package se.samverkan.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The dated things of a room, such as meetings and last days: implemented as a bean by every room that has any. Shown in
 * the calendars of people's own devices, where others look over their shoulders and services abroad keep copies; so titles
 * are neutral, and say neither which unit nor what it is about.
 */
public interface CalendarSource {

    /** What the actor has in a span of days, both counted, under the actor's own row-level security. */
    List<Dated> mine(LocalDate from, LocalDate to);

    /**
     * Something with a date.
     *
     * @param id the same at every asking, and unlike any other room's: {@code meeting-12}
     * @param key the sentence of its title in the message files, neutral
     * @param arguments what is put into that sentence; nothing that names a unit or a person
     * @param day the day in Sweden
     * @param time when on that day, or nothing where it is the whole day
     * @param address the path of the page where more is told, to those who may see it
     */
    record Dated(String id, String key, List<Object> arguments, LocalDate day, Optional<Span> time, String address) {

        public Dated {
            arguments = List.copyOf(arguments);
        }
    }

    /** From when until when. */
    record Span(Instant from, Instant to) {}
}
