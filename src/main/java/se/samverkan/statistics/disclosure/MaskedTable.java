package se.samverkan.statistics.disclosure;

import java.util.Comparator;
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

    /** Between what a number must lie: it alone where it is shown, and zero where the table has no such place. */
    public Range range(Place place) {
        Range masked = hidden.get(place);
        double value = shown.getOrDefault(place, 0.0);
        return masked != null ? masked : new Range(value, OptionalDouble.of(value));
    }

    List<CountedTable.Sum> sums() {
        return CountedTable.sums(rows, columns, rowsAdd, columnsAdd);
    }

    /**
     * Whether whoever compares this with a later counting may take a masked number for unchanged: in its row, or in its column,
     * nothing that is shown here has changed.
     */
    public boolean mayStillBe(Place place, CountedTable later) {
        return sums().stream()
                .filter(sum -> sum.has(place))
                .anyMatch(sum -> sum.all()
                        .allMatch(each -> hidden.containsKey(each)
                                || range(each).has(later.at(each).value())));
    }

    /**
     * What this table gives away once more is told about it than stands in it. A masked number is said to be given away where it may
     * still be what it was, and what is told leaves it too narrow.
     *
     * @param told what is told of numbers that may still be what they were
     * @param later the same table as it is counted now
     */
    public List<Place> givenAwayBy(List<Told> told, Rule rule, CountedTable later) {
        List<Told> believed = told.stream()
                .filter(each -> each.places().stream()
                        .allMatch(place -> !hidden.containsKey(place) || mayStillBe(place, later)))
                .toList();
        try {
            Bounds bounds =
                    new Bounds(sums(), place -> range(place).least(), hidden.keySet(), place -> rule.least(), believed);
            return hidden.keySet().stream()
                    .filter(place -> !rule.isNarrow(range(place), later.at(place)))
                    .filter(place -> rule.isNarrow(bounds.of(place), later.at(place)))
                    .sorted(Comparator.comparing(Place::key))
                    .toList();
        } catch (IllegalArgumentException contradicted) {
            // Then something else has changed, and nothing follows.
            return List.of();
        }
    }
}
