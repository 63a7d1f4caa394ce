package se.samverkan.statistics.imports;

import java.util.Map;
import se.samverkan.statistics.imports.Sheet.Line;

/**
 * A row of a table whose columns have been found.
 *
 * @param line as it stood in the file
 * @param places where each column is, by the layout's key
 * @param headings what stands above each column in this file, by the layout's key
 */
record Row(Line line, Map<String, Integer> places, Map<String, String> headings) {

    int number() {
        return line.number();
    }

    boolean has(String key) {
        return places.containsKey(key);
    }

    /** The cell of a column, empty where the row is short or the file lacks the column. */
    String text(String key) {
        Integer place = places.get(key);
        return place == null ? "" : line.cell(place);
    }

    /** Whether the row ends before this column. */
    boolean endsBefore(String key) {
        Integer place = places.get(key);
        return place != null && place >= line.cells().size();
    }

    String heading(String key) {
        return headings.getOrDefault(key, key);
    }

    /** A code that a spreadsheet may have taken for a number, with its leading zeros again. */
    String code(String key, int digits) {
        String text = text(key);
        return text.matches("\\d{1," + digits + "}") ? "0".repeat(digits - text.length()) + text : text;
    }
}
