package se.samverkan.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log to read; what is empty asks for all.
 *
 * @param organisation letters of the name of an organisation, or its number
 * @param person letters of the name of who did it
 * @param kind which sort of record it was done to
 * @param from the first day
 * @param to the last day
 * @param after the link that the page before ended with, as {@link #cursor} writes it
 */
record LogQuery(String organisation, String person, String kind, String from, String to, String after) {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int PARTS = 3;

    static LogQuery of(
            @Nullable String organisation,
            @Nullable String person,
            @Nullable String kind,
            @Nullable String from,
            @Nullable String to,
            @Nullable String after) {
        return new LogQuery(or(organisation), or(person), or(kind), or(from), or(to), or(after));
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Where a page ended: the moment, and what tells links of one moment apart. */
    record Cursor(Instant at, long organisation, long position) {}

    static String cursor(LogReader.Link last) {
        return last.line().at() + "_" + last.organisation() + "_" + last.position();
    }

    Optional<Cursor> cursor() {
        String[] parts = after.split("_", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The first moment of the first day, as it was in Sweden. */
    Instant since() {
        return day(from).map(LogQuery::begins).orElse(Instant.EPOCH);
    }

    /** The first moment after the last day. */
    Instant until() {
        return day(to).map(day -> begins(day.plusDays(1))).orElse(Instant.parse("9999-01-01T00:00:00Z"));
    }

    private static Instant begins(LocalDate day) {
        return day.atStartOfDay(SWEDEN).toInstant();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
