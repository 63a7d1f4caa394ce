package se.samverkan.discussion;

import java.time.Instant;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.records.mark.MarkView;

/**
 * A comment as pages show it.
 *
 * @param part the part of the record that it is about; empty for the whole
 * @param words what was said; empty once it has been taken back, or where a secrecy mark shuts it
 * @param mine whether the reader said it
 * @param settled by whom and when it was said to be dealt with
 * @param mark the secrecy mark on what it says
 */
public record CommentView(
        long id,
        String part,
        String words,
        PersonName by,
        Instant at,
        boolean mine,
        boolean withdrawn,
        Optional<Settled> settled,
        Optional<MarkView> mark) {

    /** Who said that it is dealt with, and when. */
    public record Settled(PersonName by, Instant at) {}

    CommentView marked(Optional<MarkView> with) {
        return new CommentView(id, part, words, by, at, mine, withdrawn, settled, with);
    }

    /** Whether the secrecy mark shuts what it says to the reader. */
    public boolean isShut() {
        return mark.filter(MarkView::shut).isPresent();
    }

    /** Whether somebody should still do something about it. */
    public boolean isOpen() {
        return !withdrawn && settled.isEmpty();
    }
}
