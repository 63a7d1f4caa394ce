package se.samverkan.discussion;

import java.time.Instant;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;

/**
 * A comment as pages show it.
 *
 * @param part the part of the record that it is about; empty for the whole
 * @param words what was said; empty once it has been taken back
 * @param mine whether the reader said it
 * @param settled by whom and when it was said to be dealt with
 */
public record CommentView(
        long id,
        String part,
        String words,
        PersonName by,
        Instant at,
        boolean mine,
        boolean withdrawn,
        Optional<Settled> settled) {

    /** Who said that it is dealt with, and when. */
    public record Settled(PersonName by, Instant at) {}

    /** Whether somebody should still do something about it. */
    public boolean isOpen() {
        return !withdrawn && settled.isEmpty();
    }
}
