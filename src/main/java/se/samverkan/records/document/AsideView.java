package se.samverkan.records.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who stands aside from a document, or from its whole matter.
 *
 * @param wholeMatter whether from all of the owner's documents in the same matter
 * @param until the last day; empty means until further notice
 */
public record AsideView(
        long id, String person, boolean wholeMatter, String reason, Optional<LocalDate> until, String by, Instant at) {}
