package se.samverkan.statistics.likeness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samverkan.statistics.Indicators;

/**
 * Walks once through all figures of units, one indicator, part and period at a time, and writes what each unit's similar
 * units span then, and the middle of each form in the country and in every municipality.
 *
 * <p>Holds one such slice in memory, never all figures.
 */
final class Spans {

    static final int FEWEST = 5;

    private static final String ALL_FIGURES = """
            select s.unit, o.indicator, o.breakdown, o.period, o.value
            from statistics.observation o join statistics.subject s on s.id = o.subject
            where s.kind = 'UNIT' and o.revised_by is null
            order by o.indicator, o.breakdown, o.period
            """;
    private static final int ROWS_AT_A_TIME = 20_000;

    private final Indicators indicators;
    private final List<Slice> slices;
    private final List<Object[]> middles = new ArrayList<>();

    Spans(Indicators indicators, List<Neighbourhood> forms) {
        this.indicators = indicators;
        this.slices = forms.stream().map(Slice::new).toList();
    }

    /** The units of a form and each one's similar units, by their places. */
    record Neighbourhood(FormUnits form, int[][] similar) {}

    /**
     * Reads from one connection and writes to another, in whose transaction the result becomes visible.
     *
     * @return how many spans were written
     */
    long write(Connection source, Connection target) throws SQLException {
        long written;
        try (Statement statement = source.createStatement();
                TableCopy bands = new TableCopy(
                        target, "statistics.band (unit, indicator, breakdown, period, units, low, middle, high)")) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery(ALL_FIGURES)) {
                written = walk(rows, bands);
            }
            bands.finish();
        }
        writeMiddles(target);
        return written;
    }

    private long walk(ResultSet rows, TableCopy bands) throws SQLException {
        Key now = null;
        long written = 0;
        while (rows.next()) {
            Key key = new Key(rows.getShort(2), rows.getShort(3), rows.getInt(4));
            if (!key.equals(now)) {
                written += now == null ? 0 : finish(now, bands);
                now = key;
            }
            double value = rows.getDouble(5);
            put(key.indicator, rows.getLong(1), rows.wasNull() ? Double.NaN : value);
        }
        return now == null ? written : written + finish(now, bands);
    }

    private void put(short indicator, long unit, double value) {
        List<String> forms = indicators.byNumber(indicator).forms();
        for (Slice slice : slices) {
            Integer place = slice.form.places().get(unit);
            if (place != null && forms.contains(slice.form.form())) {
                slice.put(place, value);
            }
        }
    }

    /** A unit of two forms is held against those of the first. */
    private long finish(Key key, TableCopy bands) throws SQLException {
        Set<Long> done = new HashSet<>();
        for (Slice slice : slices) {
            for (int i = 0; i < slice.count; i++) {
                int place = slice.seen[i];
                Quartiles span = slice.span(place);
                if (span != null && done.add(slice.form.units()[place])) {
                    bands.row(
                            slice.form.units()[place],
                            key.indicator,
                            key.breakdown,
                            key.period,
                            slice.gathered,
                            span.low(),
                            span.middle(),
                            span.high());
                }
            }
            middles(key, slice);
            slice.clear();
        }
        return done.size();
    }

    private void middles(Key key, Slice slice) {
        Map<String, double[]> values = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < slice.count; i++) {
            double value = slice.values[slice.seen[i]];
            if (!Double.isNaN(value)) {
                add(values, counts, "", value);
                add(values, counts, slice.form.municipalities()[slice.seen[i]], value);
            }
        }
        counts.forEach((area, count) -> {
            if (count >= FEWEST) {
                double middle = Quartiles.of(Objects.requireNonNull(values.get(area)), count)
                        .middle();
                middles.add(
                        new Object[] {slice.form.form(), area, key.indicator, key.breakdown, key.period, count, middle
                        });
            }
        });
    }

    private static void add(Map<String, double[]> values, Map<String, Integer> counts, String area, double value) {
        int count = counts.merge(area, 1, Integer::sum);
        double[] room = values.computeIfAbsent(area, a -> new double[8]);
        if (count > room.length) {
            room = Arrays.copyOf(room, room.length * 2);
            values.put(area, room);
        }
        room[count - 1] = value;
    }

    private void writeMiddles(Connection target) throws SQLException {
        try (TableCopy copy =
                new TableCopy(target, "statistics.middle (form, area, indicator, breakdown, period, units, middle)")) {
            for (Object[] middle : middles) {
                copy.row(middle);
            }
            copy.finish();
        }
    }

    private record Key(short indicator, short breakdown, int period) {}

    /** The values of one form's units for one indicator, part and period. */
    private static final class Slice {

        private final FormUnits form;
        private final int[][] neighbours;
        private final double[] values;
        private final int[] seen;
        private final double[] near = new double[Neighbourhoods.WANTED];
        private int count;
        private int gathered;

        Slice(Neighbourhood neighbourhood) {
            this.form = neighbourhood.form();
            this.neighbours = neighbourhood.similar();
            this.values = new double[form.size()];
            this.seen = new int[form.size()];
            Arrays.fill(values, Double.NaN);
        }

        void put(int place, double value) {
            values[place] = value;
            seen[count++] = place;
        }

        @Nullable
        Quartiles span(int place) {
            gathered = 0;
            for (int neighbour : neighbours[place]) {
                if (!Double.isNaN(values[neighbour])) {
                    near[gathered++] = values[neighbour];
                }
            }
            return gathered < FEWEST ? null : Quartiles.of(near, gathered);
        }

        void clear() {
            for (int i = 0; i < count; i++) {
                values[seen[i]] = Double.NaN;
            }
            count = 0;
        }
    }
}
