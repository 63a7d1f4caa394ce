package se.samverkan.analysis.version;

import java.time.Instant;
import se.samverkan.access.Names.PersonName;

/**
 * A version of an analysis that was adopted.
 *
 * @param words what was said about it; may be empty
 * @param document the id of the document that it became
 */
record AdoptedVersion(int number, Frozen content, String words, long document, PersonName by, Instant at) {

    /** The same version, saying something else. */
    AdoptedVersion saying(Frozen other) {
        return new AdoptedVersion(number, other, words, document, by, at);
    }
}
