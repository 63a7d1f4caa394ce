package se.samverkan.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** How many there are in all. Counted at most every ten seconds, since the first page shows it to everybody. */
@Component
public class Census {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final JdbcClient database;
    private final Clock clock;
    private volatile @Nullable Counted newest;

    Census(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * How many are known and active.
     *
     * @param schools units with a school unit code
     * @param preschools preschools
     * @param organisers organisers
     * @param municipalities municipalities
     */
    public record Counts(long schools, long preschools, long organisers, long municipalities) {

        public boolean nothing() {
            return schools + preschools + organisers + municipalities == 0;
        }
    }

    private record Counted(Counts counts, Instant at) {}

    public Counts counts() {
        Counted known = newest;
        if (known == null || known.at().plus(KEPT).isBefore(clock.instant())) {
            known = new Counted(count(), clock.instant());
            newest = known;
        }
        return known.counts();
    }

    /** What has just come in is counted at once in this copy of the application. */
    @TransactionalEventListener
    void forget(RegistryChanged changed) {
        newest = null;
    }

    private Counts count() {
        return database.sql("""
                        select (select count(*) from organisation.unit where kind = 'SCHOOL' and status = 'ACTIVE'),
                               (select count(*) from organisation.unit where kind = 'PRESCHOOL' and status = 'ACTIVE'),
                               (select count(*) from organisation.organisation where kind = 'ORGANISER'),
                               (select count(*) from organisation.municipality)
                        """)
                .query((row, number) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }
}
