package se.samverkan.shared;

import java.util.regex.Pattern;

/**
 * Text on its way into a cell of a table that others open in a spreadsheet.
 *
 * <p>A text that begins with {@code = + - @}, a tab or a carriage return would run as a formula there, so it gets an
 * apostrophe in front, as <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a> advises. Numbers and
 * the lone dash of the statistics stay as they are; reading takes the apostrophe away again.
 */
public final class CellText {

    private static final Pattern DANGEROUS = Pattern.compile("(?s)[=+\\-@\\t\\r].*");
    private static final Pattern HARMLESS = Pattern.compile("-|[-+]?\\d[\\d\\s\\u00a0\\u202f.,]*");

    private CellText() {}

    /** The text made harmless. */
    public static String neutral(String text) {
        return DANGEROUS.matcher(text).matches() && !HARMLESS.matcher(text).matches() ? "'" + text : text;
    }

    /** The text as it was before it was made harmless. */
    public static String original(String text) {
        return text.startsWith("'") && DANGEROUS.matcher(text.substring(1)).matches() ? text.substring(1) : text;
    }
}
