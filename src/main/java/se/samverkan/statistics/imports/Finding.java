package se.samverkan.statistics.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to say about one cell, one row or the whole of a file.
 *
 * @param row the row as a spreadsheet numbers it, or null when it concerns the file
 * @param field the heading of the column, or null when it concerns the row
 * @param value what stood there, or null; never a personal identity number
 * @param rule a key of the message files without {@code import.rule.}
 * @param details what is to be put into the sentence
 * @param severity how much it matters
 */
record Finding(
        @Nullable Integer row,
        @Nullable String field,
        @Nullable String value,
        String rule,
        List<Object> details,
        Severity severity) {

    /** An error stops the import of the file; a note stops nothing. */
    enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    Finding {
        details = List.copyOf(details);
    }

    static Finding error(@Nullable Integer row, String rule, Object... details) {
        return new Finding(row, null, null, rule, List.of(details), Severity.ERROR);
    }

    static Finding note(String rule, Object... details) {
        return new Finding(null, null, null, rule, List.of(details), Severity.NOTE);
    }
}
