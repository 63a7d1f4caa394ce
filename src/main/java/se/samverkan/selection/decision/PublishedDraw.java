package se.samverkan.selection.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * What everybody may know of a draw. Of which round it is says nothing, unless the decision was shared with the list open.
 *
 * @param checksum the SHA-256 of the seed, which was committed to before the list was frozen
 * @param list the list's checksum and when it was frozen, once it is
 * @param lot the seed and when it was drawn with, once it is
 * @param open the round's name and the list itself, where everybody may read them
 */
record PublishedDraw(
        String checksum, Instant committedAt, Optional<Sealed> list, Optional<Lot> lot, Optional<Open> open) {

    /** The list of a draw by its checksum. */
    record Sealed(String checksum, Instant at) {}

    /** The seed, shown once it has been drawn with. */
    record Lot(String seed, Instant at) {}

    /** What is open to everybody. */
    record Open(String round, String list) {}
}
