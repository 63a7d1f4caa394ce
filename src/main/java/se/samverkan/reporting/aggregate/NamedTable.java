package se.samverkan.reporting.aggregate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.samverkan.statistics.disclosure.MaskedTable;
import se.samverkan.statistics.disclosure.Place;
import se.samverkan.statistics.disclosure.Range;

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

    /** What a place is called, its row first; by its keys where the table has no such place. */
    public Names label(Place place) {
        Names row = named(rows, place.row());
        Names column = named(columns, place.column());
        return new Names(row.sv() + ", " + column.sv(), row.en() + ", " + column.en());
    }

    private static Names named(List<Line> lines, String key) {
        return line(lines, key).map(Line::names).orElse(new Names(key, key));
    }

    public long masked() {
        return cells.stream().filter(Cell::isMasked).count();
    }

    /** The same without names, to reckon with. */
    public MaskedTable nameless() {
        Map<Place, Double> shown = new HashMap<>();
        Map<Place, Range> hidden = new HashMap<>();
        for (Cell cell : cells) {
            Place place = new Place(cell.row(), cell.column());
            if (cell.value() != null) {
                shown.put(place, cell.value());
            } else {
                hidden.put(place, new Range(Objects.requireNonNullElse(cell.least(), 0.0), orNone(cell.most())));
            }
        }
        return new MaskedTable(keys(rows), keys(columns), adds(rows), adds(columns), shown, hidden);
    }

    private static OptionalDouble orNone(@Nullable Double most) {
        return most == null ? OptionalDouble.empty() : OptionalDouble.of(most);
    }

    private static List<String> keys(List<Line> lines) {
        return lines.stream()
                .map(Line::key)
                .filter(key -> !key.equals(Place.ALL))
                .toList();
    }

    private static boolean adds(List<Line> lines) {
        return line(lines, Place.ALL).isPresent();
    }
}
