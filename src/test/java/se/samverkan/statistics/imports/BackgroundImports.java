package se.samverkan.statistics.imports;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.access.ActingAs;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.Receipt;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Somebody who leaves files to be read in the background, and somebody who stands in the way of the reading. */
final class BackgroundImports {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Imports imports;
    private final ActingAs acting;
    private final TestDatabase database;
    private final JdbcClient behind;
    private final long person;

    BackgroundImports(Imports imports, ActingAs acting, TestDatabase database, long person) {
        this.imports = imports;
        this.acting = acting;
        this.database = database;
        this.behind = JdbcClient.create(database.asOwner());
        this.person = person;
    }

    UUID receive(byte[] file, String name) {
        return acting.person(person, () -> imports.receive(new ByteArrayInputStream(file), name));
    }

    UUID take(UUID dryRun) {
        return acting.person(person, () -> imports.takeTriedOut(dryRun));
    }

    UUID tried(byte[] file, String name) {
        UUID id = receive(file, name);
        ended(id);
        return id;
    }

    void readAgain(UUID receipt) {
        acting.person(person, () -> {
            imports.readAgain(receipt);
            return true;
        });
    }

    Receipt receipt(UUID id) {
        return acting.person(person, () -> imports.receipt(id));
    }

    /** The receipt, once there is no more to come. */
    Receipt ended(UUID id) {
        waitUntil(() -> !receipt(id).isReceived());
        return receipt(id);
    }

    /** Lets no figure in for as long as it is open: whoever reads a file stops in the middle of it. */
    Obstacle obstacle() {
        return Obstacle.in(database);
    }

    static void waitUntil(BooleanSupplier there) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("it did not happen within " + PATIENCE);
            }
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    List<String> rules(UUID receipt) {
        return receipt(receipt).lines().stream().map(Receipt.Line::rule).toList();
    }

    long count(String sql, Object... values) {
        return behind.sql(sql).params(values).query(Long.class).single();
    }

    JdbcClient behind() {
        return behind;
    }
}
