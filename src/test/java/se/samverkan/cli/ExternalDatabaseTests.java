package se.samverkan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samverkan.testing.TestDatabases;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** The commands on a database that somebody else has made. */
class ExternalDatabaseTests {

    private static final List<String> SETTINGS = List.of("url", "user", "password", "owner-password");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabases.fresh();

    @BeforeEach
    void named() {
        set("url", database.url());
        set("user", "samverkan_owner");
        set("password", database.password());
        set("owner-password", database.password());
    }

    @AfterEach
    void forgotten() {
        SETTINGS.forEach(setting -> System.clearProperty("samverkan.db." + setting));
    }

    private static void set(String setting, String value) {
        System.setProperty("samverkan.db." + setting, value);
    }

    @Test
    void startsNotAsARoleThatPassesTheGuard() {
        Spoken answer = Spoken.by("admin", "asa@example.se", "--data", folder.toString());

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains("samverkan_owner")
                .contains("SAMVERKAN_DB_OWNER")
                .doesNotContain("Exception");
    }

    @Test
    void startsAsTheApplicationsOwnRole() {
        set("user", "samverkan_app");

        Spoken answer = Spoken.by("admin", "asa@example.se", "--data", folder.toString());

        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
    }
}
