package se.samverkan.records.mark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A mark that stands today, as everybody who sees the record may know of it.
 *
 * @param provision the provision that may forbid the field to be shown
 * @param until the last day; empty means until further notice
 * @param by who marked it
 * @param people those who read it in spite of the mark
 * @param shut whether the field is shut to the reader
 */
public record MarkView(
        String provision,
        String reason,
        Optional<LocalDate> until,
        String by,
        Instant at,
        List<String> people,
        boolean shut) {}
