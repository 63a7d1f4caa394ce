package se.samverkan.records.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That a document is or was open for comment to a person.
 *
 * @param version from which version on
 * @param until the last day
 * @param ended when it was ended before its day, where it was
 * @param standing whether the person reads it today
 */
public record OpeningView(
        long id,
        int version,
        long person,
        String name,
        LocalDate until,
        String message,
        String by,
        Instant at,
        Optional<Instant> ended,
        boolean standing) {}
