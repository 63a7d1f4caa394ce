package se.samverkan.discussion.opening;

import java.util.Optional;
import se.samverkan.discussion.Discussed;

/**
 * Records of a room that can be opened to named people of the other side. The room's schema is called as its kind, and holds a
 * table {@code opening} (id, the record, person, until, ended_by, ended_at) with its policies and a function
 * {@code supporters(record)} of those to whom the actor can open it. What the page, the mail and the log say of it stands in the
 * room's message files, under its kind.
 */
public interface Openable extends Discussed {

    /** The kind of the record with the same id without which this one shows nothing: it is offered to be opened in the same action. */
    default Optional<String> needs() {
        return Optional.empty();
    }

    /** The column of the room's table of openings that names the record. */
    String column();

    /** The record, for somebody who may open it and end that it is open. */
    Record toOpen(long id);

    /** The same, and nobody else decides on the record until the transaction ends. */
    Record toOpenAlone(long id);
}
