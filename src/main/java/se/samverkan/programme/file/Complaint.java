package se.samverkan.programme.file;

import java.util.List;

/**
 * Something that is wrong with a variant, and where.
 *
 * @param line the line of the file, from 1; 0 where it is not of a file
 * @param path where in the variant, as keys with strokes between them; empty for the whole
 * @param rule the key of its sentence in the message files, without {@code programme.wrong.}
 * @param details what is to be put into the sentence
 * @param missing whether something is only not there yet, so that a draft may be kept without it
 */
public record Complaint(int line, String path, String rule, List<Object> details, boolean missing) {

    static Complaint at(int line, String path, String rule, Object... details) {
        return new Complaint(line, path, rule, List.of(details), false);
    }

    static Complaint wrong(String path, String rule, Object... details) {
        return at(0, path, rule, details);
    }

    static Complaint missing(String path, String rule, Object... details) {
        return new Complaint(0, path, rule, List.of(details), true);
    }

    Complaint onLine(int number) {
        return new Complaint(number, path, rule, details, missing);
    }
}
