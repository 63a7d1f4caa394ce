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
 * A total of a table beside the same total of the report before: what the text can begin from.
 *
 * @param table the table, which the figure leads to
 * @param column which of its totals
 * @param now null where it is masked
 * @param then null where it is masked, or there was no report before
 */
record EditionChange(
        NamedTable table,
        Line column,
        @Nullable Double now,
        @Nullable Double then) {

    /** The totals of each topic. */
    static Map<String, List<EditionChange>> between(Edition edition, Optional<Edition> before) {
        Map<String, NamedTable> earlier = before.map(Edition::tables).orElse(Map.of());
        Map<String, List<EditionChange>> changes = new HashMap<>();
        edition.tables().forEach((topic, table) -> changes.put(topic, of(table, earlier.get(topic))));
        return changes;
    }

    private static List<EditionChange> of(NamedTable table, @Nullable NamedTable earlier) {
        List<EditionChange> changes = new ArrayList<>();
        boolean whole = NamedTable.line(table.columns(), Place.ALL).isPresent();
        for (Line column : table.columns()) {
            if (!whole || column.key().equals(Place.ALL)) {
                Double now = total(table, column);
                Double then = earlier == null ? null : total(earlier, column);
                if (now != null || then != null) {
                    changes.add(new EditionChange(table, column, now, then));
                }
            }
        }
        return changes;
    }

    private static @Nullable Double total(NamedTable table, Line column) {
        return table.cells().stream()
                .filter(cell -> cell.row().equals(Place.ALL) && cell.column().equals(column.key()))
                .findFirst()
                .map(Cell::value)
                .orElse(null);
    }

    /** Where the figure stands in the report. */
    String address() {
        return "#" + table.topic() + ".all." + column.key().replace("*", "all");
    }
}
