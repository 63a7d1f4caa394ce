package se.samverkan.reporting.edition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samverkan.reporting.aggregate.NamedTable;
import se.samverkan.reporting.aggregate.NamedTable.Names;

/**
 * A yearly report. It begins with fresh figures and the texts of the one before; it is written until it is handed in, and then stands.
 * A newer one of the same year replaces it.
 *
 * @param countedAt when its figures were pulled in
 * @param replaces the one that it replaces
 * @param version what a change names as the version it saw
 * @param handedIn when, by whom, and as which document; empty while it is written
 * @param parts what it is made of, in order
 */
record Edition(
        long id,
        long organisation,
        String organisationName,
        String variant,
        Names programme,
        int year,
        Optional<Long> replaces,
        Instant countedAt,
        int version,
        Optional<HandedIn> handedIn,
        List<Part> parts) {

    record HandedIn(Instant at, String by, long document) {}

    /**
     * A part of it.
     *
     * @param words what is written; may be empty
     * @param tables the figures that it is about, as they were pulled in
     */
    record Part(String key, String words, List<NamedTable> tables) {

        boolean isBlank() {
            return words.isBlank();
        }
    }

    boolean isWritten() {
        return handedIn.isEmpty();
    }

    String address() {
        return "/editions/" + id;
    }

    /** Its figures by topic. */
    Map<String, NamedTable> tables() {
        return parts.stream()
                .flatMap(part -> part.tables().stream())
                .collect(java.util.stream.Collectors.toMap(NamedTable::topic, table -> table));
    }
}
