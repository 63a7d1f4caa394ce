package se.samverkan.statistics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import se.samverkan.organisation.RegistryChanged;

/**
 * Which state of figures and registers is being read, so that what was drawn can be kept until it changes. Looked up at
 * most once a second: another copy of the application may be the one that changed it.
 */
@Component
public class DataVersion {

    private static final long KEPT = Duration.ofSeconds(1).toNanos();

    private final JdbcClient database;
    private volatile @Nullable Seen seen;

    DataVersion(JdbcClient database) {
        this.database = database;
    }

    /**
     * A state of the data.
     *
     * @param figures counts upwards with every change of figures or registers
     * @param bands the state that similar units and their spans were computed from
     */
    public record State(long figures, long bands) {}

    private record Seen(State state, long at) {}

    /** The state of now, at most a second old. */
    public State current() {
        Seen last = seen;
        if (last == null || System.nanoTime() - last.at > KEPT) {
            last = new Seen(read(), System.nanoTime());
            seen = last;
        }
        return last.state;
    }

    /** At the end of its transaction, so that nobody waits for the counter while a long import goes on. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void countUp(RegistryChanged changed) {
        database.sql("update statistics.data_version set version = version + 1").update();
    }

    /** This copy of the application shows what it has just learnt at once. */
    @TransactionalEventListener({RegistryChanged.class, FiguresTaken.class})
    void forget() {
        seen = null;
    }

    /** The state of this very moment. */
    public State read() {
        return database.sql("select version, bands_of from statistics.data_version")
                .query((row, n) -> new State(row.getLong(1), row.getLong(2)))
                .single();
    }
}
