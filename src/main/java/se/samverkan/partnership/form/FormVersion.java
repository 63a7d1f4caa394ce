package se.samverkan.partnership.form;

import java.time.Instant;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;

/**
 * An adopted version of a form.
 *
 * @param document the document that it became
 * @param reopenedAt when it was opened to be written in again; empty while it holds
 * @param why why it was
 */
record FormVersion(int number, long document, PersonName by, Instant at, Optional<Instant> reopenedAt, String why) {

    boolean holds() {
        return reopenedAt.isEmpty();
    }
}
