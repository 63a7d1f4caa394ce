package se.samverkan.statistics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table before anything is masked.
 *
 * @param counts by place, the totals among them; where there is none, there is nothing to count
 * @param rowsAdd whether its rows add up to a row of totals
 * @param columnsAdd whether its columns add up to a column of totals
 */
public record CountedTable(
        List<String> rows, List<String> columns, Map<Place, Count> counts, boolean rowsAdd, boolean columnsAdd) {

    public CountedTable {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        counts = Map.copyOf(counts);
        sums(rows, columns, rowsAdd, columnsAdd).forEach(new Adding(counts)::check);
    }

    /** A table whose sums are wrong has no bounds, and no proof would mean anything. */
    private record Adding(Map<Place, Count> counts) {

        private static final double ROUNDING = 0.01;

        void check(Sum sum) {
            double parts = sum.parts().stream().mapToDouble(this::value).sum();
            if (Math.abs(parts - value(sum.whole())) > ROUNDING) {
                throw new IllegalArgumentException(sum.whole() + " is not the sum of its parts");
            }
        }

        private double value(Place place) {
            return counts.getOrDefault(place, Count.NONE).value();
        }
    }

    /** That a number is the sum of others: what whoever reads the table can count with. */
    record Sum(Place whole, List<Place> parts) {

        boolean has(Place place) {
            return whole.equals(place) || parts.contains(place);
        }

        Stream<Place> all() {
            return Stream.concat(parts.stream(), Stream.of(whole));
        }
    }

    public Count at(Place place) {
        return counts.getOrDefault(place, Count.NONE);
    }

    /** Every place of the table, row by row, the totals last. */
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (String row : withTotal(rows, rowsAdd)) {
            for (String column : withTotal(columns, columnsAdd)) {
                places.add(new Place(row, column));
            }
        }
        return places;
    }

    List<Sum> sums() {
        return sums(rows, columns, rowsAdd, columnsAdd);
    }

    static List<Sum> sums(List<String> rows, List<String> columns, boolean rowsAdd, boolean columnsAdd) {
        List<Sum> sums = new ArrayList<>();
        if (rowsAdd) {
            for (String column : withTotal(columns, columnsAdd)) {
                sums.add(new Sum(
                        new Place(Place.ALL, column),
                        rows.stream().map(row -> new Place(row, column)).toList()));
            }
        }
        if (columnsAdd) {
            for (String row : withTotal(rows, rowsAdd)) {
                sums.add(new Sum(
                        new Place(row, Place.ALL),
                        columns.stream().map(column -> new Place(row, column)).toList()));
            }
        }
        return sums;
    }

    static List<String> withTotal(List<String> keys, boolean adds) {
        List<String> all = new ArrayList<>(keys);
        if (adds) {
            all.add(Place.ALL);
        }
        return all;
    }
}
