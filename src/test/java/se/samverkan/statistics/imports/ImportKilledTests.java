package se.samverkan.statistics.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samverkan.statistics.imports.InventedFiles.school;
import static se.samverkan.statistics.imports.InventedFiles.year9;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.testing.TestDatabases;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** {@code kill -9} in the middle of an import: nothing of the file is there, and the next start reads it to its end. */
class ImportKilledTests {

    private final TestDatabase database = TestDatabases.fresh();
    private final JdbcClient behind = JdbcClient.create(database.asOwner());

    @Test
    void isTakenUpAtTheNextStartAndTakenInOnce() throws IOException, InterruptedException {
        String file = year9(school(36000001, "45;73,4;90;221,5"), school(36000002, "45;73,4;90;221,5"));
        ImportingProcess first = ImportingProcess.on(database, file);
        UUID taken;
        try {
            first.hear("tried");
            try (Obstacle obstacle = Obstacle.in(database)) {
                first.tell();
                taken = UUID.fromString(first.hear("taking"));
                obstacle.meets();
                first.kill();
            }
        } finally {
            first.kill();
        }
        assertThat(outcome(taken)).isEqualTo("RECEIVED");
        assertThat(count("organisation.unit where kind = 'SCHOOL'")).isZero();
        assertThat(count("statistics.observation")).isZero();

        ImportingProcess next = ImportingProcess.on(database, "");
        try {
            BackgroundImports.waitUntil(() -> !outcome(taken).equals("RECEIVED"));
        } finally {
            next.kill();
        }
        assertThat(outcome(taken)).isEqualTo("DONE");
        assertThat(count("organisation.unit where kind = 'SCHOOL'")).isEqualTo(2);
        assertThat(count("statistics.observation")).isEqualTo(8);
        assertThat(count("statistics.import")).isOne();
        assertThat(count("statistics.import_queue")).isZero();
    }

    private String outcome(UUID receipt) {
        return behind.sql("select outcome from statistics.receipt where id = ?")
                .param(receipt)
                .query(String.class)
                .single();
    }

    private long count(String what) {
        return behind.sql("select count(*) from " + what).query(Long.class).single();
    }
}
