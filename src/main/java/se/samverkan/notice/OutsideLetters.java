package se.samverkan.notice;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import se.samverkan.shared.page.Words;

/**
 * Where rooms above write to people who have no account and see nothing here: outside guests at a meeting. As {@link Notices}, it
 * is kept in the transaction of the deed and sent after it; whoever asked for it answers for what it says.
 */
public interface OutsideLetters {

    /**
     * Writes it.
     *
     * @param words the language of the letter
     * @return its number, by which {@link #notSent} knows it
     * @throws IllegalStateException outside a transaction
     */
    UUID write(OutsideLetter letter, Words words);

    /** Those of some letters that could not be sent: there is nobody of that address, or the server refused for too long. */
    Set<UUID> notSent(Collection<UUID> letters);
}
