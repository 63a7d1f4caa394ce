package se.samverkan.intervention.material;

import java.time.Instant;

/**
 * A file that belongs to an occasion.
 *
 * @param words what it is; may be empty
 * @param by what whoever put it there is called
 */
record Material(long id, long file, String name, long bytes, String words, String by, Instant at) {

    private static final long KILOBYTE = 1024;

    /** How large it is, in whole kilobytes and at least one. */
    long kilobytes() {
        return Math.max(1, bytes / KILOBYTE);
    }
}
