package se.samverkan.reporting.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A number that changes with everything that the public sees come or go. It is asked of the database at most once in two
 * seconds, so that what another copy of the application has released or withdrawn is seen within that; what this copy does
 * is seen at once.
 */
@Component
public class PublicVersion {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final Clock clock;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(-1, Instant.MIN));

    PublicVersion(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Known(long version, Instant until) {}

    public long now() {
        Known last = Objects.requireNonNull(known.get());
        Instant now = clock.instant();
        if (now.isBefore(last.until())) {
            return last.version();
        }
        long version = database.sql("select reporting.publication_version()")
                .query(Long.class)
                .single();
        // Not where something was released meanwhile: the number may be the one before it.
        known.compareAndSet(last, new Known(version, now.plus(REMEMBERED)));
        return version;
    }

    /** Makes this copy ask again once the transaction is done. */
    void changes() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.set(new Known(-1, Instant.MIN));
            }
        });
    }
}
