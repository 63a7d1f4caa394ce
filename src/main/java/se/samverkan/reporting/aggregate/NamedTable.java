package se.samverkan.reporting.aggregate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A masked table with what everything in it is called, in both languages: as it is kept in an edition and released as open data, so
 * that it can be read in many years without anything else. Kept as JSON; a masked cell has no value, and its bounds.
 *
 * @param topic the key of what is counted
 * @param measure what a number is
 */
public record NamedTable(
        String topic,
        Topic.Measure measure,
        Names title,
        Names about,
        Names rowAxis,
        Names columnAxis,
        List<Line> rows,
        List<Line> columns,
        List<Cell> cells) {

    public NamedTable {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /** Something's name in Swedish and in English. */
    public record Names(String sv, String en) {

        public String in(Locale locale) {
            return locale.getLanguage().equals("sv") ? sv : en;
        }
    }

    /** A row or a column; the key of the totals is {@code *}. */
    public record Line(String key, Names names) {}

    /**
     * A number, or the bounds of one that is masked.
     *
     * @param value null where it is masked
     * @param least what a masked one is at least
     * @param most what a masked one is at most; null where nothing limits it
     */
    public record Cell(
            String row,
            String column,
            @Nullable Double value,
            @Nullable Double least,
            @Nullable Double most) {

        public boolean isMasked() {
            return value == null;
        }
    }

    public Cell cell(String row, String column) {
        return cells.stream()
                .filter(each -> each.row().equals(row) && each.column().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(row + "|" + column));
    }

    /** A row or a column by its key. */
    public static Optional<Line> line(List<Line> lines, String key) {
        return lines.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    public long masked() {
        return cells.stream().filter(Cell::isMasked).count();
    }
}
