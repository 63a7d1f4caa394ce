package se.samverkan.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of a folder on bad days: killed users, a killed server, a start that was cut short. */
class EmbeddedPostgresTests {

    @TempDir
    static Path folder;

    private static Path data;

    /** Makes the cluster beside what a start left behind that died in the middle of it. */
    @BeforeAll
    static void begin() throws Exception {
        data = folder.resolve("data");
        Files.createDirectories(data.resolve("postgres.new/base"));
        Files.writeString(data.resolve("postgres.new/PG_VERSION"), "18\n");
        Files.writeString(data.resolve("secret"), "half");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.in(data, "32MB")) {
            execute(postgres, "create table kept (word text)");
        }
    }

    @Test
    void makesTheClusterAnewWhereAStartWasCutShort() {
        assertThat(data.resolve("postgres.new")).doesNotExist();
        assertThat(data.resolve("postgres/PG_VERSION")).exists();
    }

    @Test
    void keepsCommitsOnDisk() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.in(data, "32MB")) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void adoptsTheServerOfAProcessThatWasKilledAndStopsItInTheEnd() throws Exception {
        AnotherProcess killed = AnotherProcess.using(data);
        killed.kill();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.in(data, "32MB")) {
            assertThat(postgres.url()).isEqualTo(killed.url());
        }

        assertThat(isRunning()).isFalse();
    }

    @Test
    void isSharedAndStoppedByTheLastOneOut() throws Exception {
        AnotherProcess other = AnotherProcess.using(data);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.in(data, "32MB")) {
            assertThat(postgres.url()).isEqualTo(other.url());

            other.leave();

            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
        assertThat(isRunning()).isFalse();
    }

    @Test
    void hasEveryCommitAfterTheServerWasKilled() throws Exception {
        EmbeddedPostgres before = EmbeddedPostgres.in(data, "32MB");
        execute(before, "insert into kept values ('committed')");
        ProcessHandle server = ProcessHandle.of(serverProcess()).orElseThrow();

        server.destroyForcibly();
        server.onExit().join();

        try (EmbeddedPostgres after = EmbeddedPostgres.in(data, "32MB")) {
            assertThat(ask(after, "select word from kept")).isEqualTo("committed");
        }
        assertThat(isRunning()).isFalse();
    }

    private static boolean isRunning() {
        return Files.exists(data.resolve("postgres/postmaster.pid"));
    }

    private static long serverProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.superuser("samverkan");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.superuser("samverkan");
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
