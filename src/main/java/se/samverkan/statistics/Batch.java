package se.samverkan.statistics;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.shared.Refusal;

/**
 * Some thousands of observations on their way in: held against what is known of the same, so that only what is new or
 * different is written. In the order of the table's index, which is what makes writing quick.
 */
final class Batch {

    private static final Comparator<Row> IN_ORDER_OF_THE_INDEX = Comparator.comparingInt(Row::subject)
            .thenComparingInt(Row::indicator)
            .thenComparingInt(Row::breakdown)
            .thenComparingInt(row -> row.observation().period().key());

    private final List<Row> rows;
    private final List<@Nullable Integer> cohorts;
    private final BitSet unchanged = new BitSet();
    private final BitSet revising = new BitSet();

    private Batch(List<Row> rows) {
        this.rows = rows;
        this.cohorts = new ArrayList<>(rows.size());
        rows.forEach(row -> cohorts.add(row.observation().n()));
    }

    /** @throws Refusal when an indicator is not in the catalogue */
    static Batch of(List<Observation> observations, Keys keys, Indicators indicators) {
        List<Row> rows = new ArrayList<>(observations.size());
        for (Observation observation : observations) {
            short indicator = indicators
                    .find(observation.indicator())
                    .orElseThrow(() -> Refusal.rule("refusal.import.unknown-indicator", observation.indicator()))
                    .number();
            rows.add(new Row(
                    keys.subject(observation.subject()),
                    indicator,
                    keys.breakdown(observation.breakdown()),
                    observation));
        }
        rows.sort(IN_ORDER_OF_THE_INDEX);
        return new Batch(rows);
    }

    int size() {
        return rows.size();
    }

    int revised() {
        return revising.cardinality();
    }

    int unchanged() {
        return unchanged.cardinality();
    }

    /** Finds out which of them are known already, and which say something else than what is known. */
    void compareWithWhatIsKnown(JdbcClient database, Covered covered) {
        int[] places = IntStream.range(0, rows.size())
                .filter(place -> covered.before(rows.get(place)))
                .toArray();
        if (places.length == 0) {
            return;
        }
        List<Row> asked = Arrays.stream(places).mapToObj(rows::get).toList();
        withKeysOf(asked, database.sql("""
                        select k.place, o.status, o.value, o.n
                        from unnest(?::int[], ?::smallint[], ?::smallint[], ?::int[])
                            with ordinality k (subject, indicator, breakdown, period, place)
                        join statistics.observation o on o.subject = k.subject and o.indicator = k.indicator
                            and o.breakdown = k.breakdown and o.period = k.period and o.revised_by is null
                        """)).query(row -> {
            compare(
                    places[row.getInt("place") - 1],
                    row.getInt("status"),
                    row.getObject("value", Double.class),
                    row.getObject("n", Integer.class));
        });
    }

    /** A cohort that an answer leaves out stays what it was; only another one, or another value, is a change. */
    private void compare(int place, int status, @Nullable Double value, @Nullable Integer n) {
        Figure figure = rows.get(place).observation().figure();
        if (cohorts.get(place) == null) {
            cohorts.set(place, n);
        }
        boolean sameFigure = figure.status() == status
                && (value == null ? figure.value().isEmpty() : figure.value().orElse(Double.NaN) == value);
        boolean sameCohort = Objects.equals(cohorts.get(place), n);
        (sameFigure && sameCohort ? unchanged : revising).set(place);
    }

    /** Marks what these observations revise; the old ones stay. */
    void revise(JdbcClient database, int importId) {
        if (revising.isEmpty()) {
            return;
        }
        List<Row> revised = revising.stream().mapToObj(rows::get).toList();
        withKeysOf(revised, database.sql("""
                        update statistics.observation o set revised_by = %d
                        from unnest(?::int[], ?::smallint[], ?::smallint[], ?::int[])
                            k (subject, indicator, breakdown, period)
                        where o.subject = k.subject and o.indicator = k.indicator
                            and o.breakdown = k.breakdown and o.period = k.period and o.revised_by is null
                        """.formatted(importId))).update();
    }

    /** Writes what is new or different. */
    void write(CopyManager manager, int importId) throws SQLException {
        if (unchanged.cardinality() == rows.size()) {
            return;
        }
        try (ObservationCopy copy = new ObservationCopy(manager, "statistics.observation")) {
            for (int place = unchanged.nextClearBit(0);
                    place < rows.size();
                    place = unchanged.nextClearBit(place + 1)) {
                copy.row(rows.get(place), cohorts.get(place), importId);
            }
            copy.finish();
        }
    }

    /** The keys as four arrays of plain numbers, which the driver sends in binary. */
    private static JdbcClient.StatementSpec withKeysOf(List<Row> rows, JdbcClient.StatementSpec statement) {
        int[] subjects = new int[rows.size()];
        short[] indicators = new short[rows.size()];
        short[] breakdowns = new short[rows.size()];
        int[] periods = new int[rows.size()];
        for (int place = 0; place < rows.size(); place++) {
            Row row = rows.get(place);
            subjects[place] = row.subject;
            indicators[place] = row.indicator;
            breakdowns[place] = row.breakdown;
            periods[place] = row.observation.period().key();
        }
        return statement.param(subjects).param(indicators).param(breakdowns).param(periods);
    }

    /** An observation with the small numbers the table keeps. */
    record Row(int subject, short indicator, short breakdown, Observation observation) {}
}
