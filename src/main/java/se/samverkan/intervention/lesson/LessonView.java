package se.samverkan.intervention.lesson;

import java.time.Instant;
import java.util.Optional;

/**
 * A lesson, as the reader sees it.
 *
 * @param teller who tells: a unit, an organiser or a provider
 * @param mine whether the reader writes in it
 * @param version what a change names as the version it saw
 * @param removed when it was removed, which can be undone for a time
 */
public record LessonView(
        long id,
        Teller teller,
        LessonDraft text,
        boolean mine,
        int version,
        Instant madeAt,
        Optional<Instant> removed) {

    /** The path of its page. */
    public String address() {
        return "/lessons/" + id;
    }
}
