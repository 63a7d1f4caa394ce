package se.samverkan.statistics;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Of which indicators and periods there were figures when an intake began. A new year's figures are then known to be new
 * without a look at each. What one intake brings is never held against itself: the same figure twice in it is a mistake,
 * which the index of the table finds.
 */
final class Covered {

    private final Set<Key> before = new HashSet<>();
    private final Set<Key> now = new HashSet<>();

    private record Key(short indicator, int period) {}

    private Covered() {}

    /** What is covered at this moment; the caller holds the lock of imports. */
    static Covered read(JdbcClient database) {
        Covered covered = new Covered();
        database.sql("select indicator, period from statistics.covered").query(row -> {
            covered.before.add(new Key(row.getShort(1), row.getInt(2)));
        });
        return covered;
    }

    /** Whether there may be something to hold this row against. */
    boolean before(Batch.Row row) {
        Key key = key(row);
        now.add(key);
        return before.contains(key);
    }

    /** Notes what is covered now. */
    void write(JdbcClient database) {
        now.removeAll(before);
        for (Key key : now) {
            database.sql("insert into statistics.covered (indicator, period) values (?, ?)")
                    .params(key.indicator, key.period)
                    .update();
        }
    }

    private static Key key(Batch.Row row) {
        return new Key(row.indicator(), row.observation().period().key());
    }
}
