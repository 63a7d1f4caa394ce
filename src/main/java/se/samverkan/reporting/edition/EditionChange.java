package se.samverkan.reporting.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.reporting.aggregate.NamedTable;
import se.samverkan.reporting.aggregate.NamedTable.Cell;
import se.samverkan.reporting.aggregate.NamedTable.Line;
import se.samverkan.statistics.disclosure.Place;

/**
 * A total of a table beside the same total of the report before, or what a row of it tells first where it has no total: what the text
 * can begin from.
 *
 * @param table the table, which the figure leads to
 * @param row which of its rows; the totals where it has them
 * @param column which number of the row
 * @param now null where it is masked
 * @param then null where it is masked, or there was no report before
 */
record EditionChange(
        NamedTable table,
        Line row,
        Line column,
        @Nullable Double now,
        @Nullable Double then) {

    /** Which number of a row is told, where it has one of these; else all of them. */
    private static final List<String> FIRST = List.of(Place.ALL, "MEDIAN", "SHARE");

    /** What each topic tells first. */
    static Map<String, List<EditionChange>> between(Edition edition, Optional<Edition> before) {
        Map<String, NamedTable> earlier = before.map(Edition::tables).orElse(Map.of());
        Map<String, List<EditionChange>> changes = new HashMap<>();
        edition.tables().forEach((topic, table) -> changes.put(topic, of(table, earlier.get(topic))));
        return changes;
    }

    private static List<EditionChange> of(NamedTable table, @Nullable NamedTable earlier) {
        List<EditionChange> changes = new ArrayList<>();
        for (Line row : rows(table)) {
            for (Line column : columns(table)) {
                Double now = value(table, row, column);
                Double then = earlier == null ? null : value(earlier, row, column);
                if (now != null || then != null) {
                    changes.add(new EditionChange(table, row, column, now, then));
                }
            }
        }
        return changes;
    }

    private static List<Line> rows(NamedTable table) {
        return NamedTable.line(table.rows(), Place.ALL).map(List::of).orElse(table.rows());
    }

    private static List<Line> columns(NamedTable table) {
        return FIRST.stream()
                .flatMap(key -> NamedTable.line(table.columns(), key).stream())
                .findFirst()
                .map(List::of)
                .orElse(table.columns());
    }

    private static @Nullable Double value(NamedTable table, Line row, Line column) {
        return table.cells().stream()
                .filter(cell -> cell.row().equals(row.key()) && cell.column().equals(column.key()))
                .findFirst()
                .map(Cell::value)
                .orElse(null);
    }

    /** Where the figure stands in the report. */
    String address() {
        return "#" + table.topic() + "." + row.key().replace("*", "all") + "."
                + column.key().replace("*", "all");
    }
}
