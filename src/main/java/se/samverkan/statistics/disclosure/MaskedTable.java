package se.samverkan.statistics.disclosure;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A table that can be shown: its numbers, and of those that are masked the bounds that anybody can work out. What was masked is
 * not in it.
 */
public record MaskedTable(
        List<String> rows,
        List<String> columns,
        boolean rowsAdd,
        boolean columnsAdd,
        Map<Place, Double> shown,
        Map<Place, Range> hidden) {

    public MaskedTable {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        shown = Map.copyOf(shown);
        hidden = Map.copyOf(hidden);
    }

    /** The number at a place; empty where it is masked. */
    public OptionalDouble at(Place place) {
        Double value = shown.get(place);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Its rows, the row of totals last. */
    public List<String> allRows() {
        return CountedTable.withTotal(rows, rowsAdd);
    }

    /** Its columns, the column of totals last. */
    public List<String> allColumns() {
        return CountedTable.withTotal(columns, columnsAdd);
    }

    /** Whether everything in it is zero or masked: then there is nothing to read. */
    public boolean isBare() {
        return shown.values().stream().allMatch(value -> value == 0);
    }
}
