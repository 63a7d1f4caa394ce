package se.samverkan.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person gets back from an import: what was understood of the file, what came of it, and every row that was not
 * as it should be.
 *
 * @param id its id
 * @param at when
 * @param importId the number of the import, null where nothing was taken in
 * @param fileName as the person knows the file
 * @param fileSize in bytes
 * @param checksum SHA-256 of the file, in hex
 * @param dryRun whether it was only tried out
 * @param outcome what came of it
 * @param understood layout, period, format, encoding, separator, sheet, and counts, by name; what was not found out is
 *     left out
 * @param lines what there is to say, in the order of the file
 * @param annotated whether there is an annotated copy to take away
 * @param waiting whether the file is kept to be taken in without being sent again
 */
public record Receipt(
        UUID id,
        Instant at,
        @Nullable Integer importId,
        String fileName,
        long fileSize,
        String checksum,
        boolean dryRun,
        Outcome outcome,
        Map<String, String> understood,
        List<Line> lines,
        boolean annotated,
        boolean waiting) {

    /** What came of a file. */
    public enum Outcome {
        /** It is kept, and waits to be read. */
        RECEIVED,
        /** It has been taken in. */
        DONE,
        /** It would be taken in. */
        WOULD_DO,
        /** It was not, and the lines say why. */
        REFUSED,
        /** The very same file has been taken in before; nothing has changed. */
        KNOWN_ALREADY,
        /** Something other than the file went wrong; nothing has changed, and it can be read again. */
        FAILED
    }

    /**
     * Something to say about a cell, a row or the file.
     *
     * @param row the row as a spreadsheet numbers it, or null when it concerns the file
     * @param field the heading of the column, or null
     * @param value what stood there, or null
     * @param rule the rule by name
     * @param details what is to be put into its sentence
     * @param severity ERROR, WARNING or NOTE
     */
    public record Line(
            @Nullable Integer row,
            @Nullable String field,
            @Nullable String value,
            String rule,
            List<Object> details,
            String severity) {

        /** The key of the sentence in the message files. */
        public String key() {
            return rule.contains(".") ? rule : "import.rule." + rule;
        }
    }

    /** Whether it came to nothing, for a reason that its lines tell. */
    public boolean isRefused() {
        return outcome == Outcome.REFUSED || outcome == Outcome.FAILED;
    }

    /** Whether there is more to come. */
    public boolean isReceived() {
        return outcome == Outcome.RECEIVED;
    }

    /** A count by name, 0 where it was not made. */
    public int count(String name) {
        return Integer.parseInt(understood.getOrDefault(name, "0"));
    }
}
