package se.samverkan.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure.Exact;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfUnit;

/**
 * Measures the intake against a bare COPY of the same rows in the same run: into an empty database, into one that has
 * other figures, and of figures that all changed. Prints rows per second and the ratio.
 */
final class IntakeBenchmark {

    private static final int UNITS = 10_000;
    private static final String[] CODES = {"gr9-merit", "gr9-passed-all", "gr9-eligible-vocational", "gr9-pupils"};

    private IntakeBenchmark() {}

    public static void main(String[] arguments) throws SQLException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400_000;
        IntakeBench bench = warm(rows);
        double bare = rows / bareCopy(bench, rows);
        print("bare COPY of the same rows", bare, bare);
        print("first figures", rows / seconds(() -> bench.take(observations(rows, 0, 2000))), bare);
        print("more figures", rows / seconds(() -> bench.take(observations(rows, 0, 2010))), bare);
        print("the same figures again", rows / seconds(() -> bench.take(observations(rows, 0, 2010))), bare);
        print("every figure changed", rows / seconds(() -> bench.take(observations(rows, 1, 2010))), bare);
    }

    /** A database of its own, after both ways in have been practised on another one. */
    private static IntakeBench warm(int rows) throws SQLException {
        IntakeBench practice = new IntakeBench();
        practice.someUnits(UNITS);
        bareCopy(practice, rows);
        practice.take(observations(rows, 0, 2000));
        IntakeBench bench = new IntakeBench();
        bench.someUnits(UNITS);
        return bench;
    }

    private static Stream<Observation> observations(int rows, int change, int year) {
        return IntStream.range(0, rows).mapToObj(i -> {
            double value = (i * 7919 % 3400) / 10.0 + change;
            return new Observation(
                    new OfUnit(Integer.toString(10_000_001 + i % UNITS)),
                    CODES[i / UNITS % 4],
                    Breakdown.ALL,
                    Period.schoolYear(year + i / UNITS / 4),
                    new Exact(value, Double.toString(value).replace('.', ',')),
                    null);
        });
    }

    /** The same rows into a table of the same shape without an index, by the same writer. */
    private static double bareCopy(IntakeBench bench, int rows) throws SQLException {
        try (Connection connection = bench.where().asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "drop table if exists public.bare; create table public.bare (like statistics.observation)");
            CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
            long start = System.nanoTime();
            try (ObservationCopy copy = new ObservationCopy(manager, "public.bare")) {
                int number = 0;
                for (Observation observation : (Iterable<Observation>) observations(rows, 0, 2000)::iterator) {
                    copy.row(new Batch.Row(++number % UNITS, (short) 1, (short) 0, observation), null, 1);
                }
                copy.finish();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String what, double perSecond, double bare) {
        System.out.printf(
                Locale.ROOT, "%-28s %,10.0f rows/s   %.2f of a bare COPY%n", what, perSecond, perSecond / bare);
    }
}
