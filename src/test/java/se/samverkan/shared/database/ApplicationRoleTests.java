package se.samverkan.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.TestDatabases;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** An application role that row-level security cannot hold is refused, before anything in the database is touched. */
class ApplicationRoleTests {

    private static final TestDatabase DATABASE = TestDatabases.untouched();
    private static final String SOMEBODY =
            "samverkan_somebody_" + ProcessHandle.current().pid();

    @AfterEach
    void takesTheRoleAway() {
        TestDatabases.asSuperuser("drop role if exists " + SOMEBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "superuser, database.refusal.superuser",
        "bypassrls, database.refusal.bypasses",
        "in role samverkan_owner, database.refusal.owner",
        "noinherit in role samverkan_owner, database.refusal.owner"
    })
    void refusesARoleThatCouldPassTheGuard(String special, String reason) {
        makes(special);

        assertThatThrownBy(() -> ApplicationRole.requireGuarded(access(SOMEBODY, "samverkan_owner")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
        assertThat(schemas()).isZero();
    }

    @Test
    void refusesTheOwnerAsTheApplication() {
        assertThatThrownBy(() -> ApplicationRole.requireGuarded(access("samverkan_owner", "samverkan_owner")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo("database.refusal.owner"));
    }

    @Test
    void refusesTheOwnerOfTablesThatAreThereWhateverOwnerIsNamed() {
        TestDatabase migrated = TestDatabases.fresh();

        assertThatThrownBy(() -> ApplicationRole.requireGuarded(new DatabaseAccess(
                        migrated.url(), "samverkan_owner", migrated.password(), "somebody_else", migrated.password())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo("database.refusal.owner"));
    }

    @Test
    void letsARoleInThatIsNobodySpecial() {
        makes("");

        assertThatCode(() -> ApplicationRole.requireGuarded(access(SOMEBODY, "samverkan_owner")))
                .doesNotThrowAnyException();
    }

    private static void makes(String special) {
        TestDatabases.asSuperuser(
                "create role " + SOMEBODY + " login password '" + DATABASE.password() + "' " + special);
    }

    private static DatabaseAccess access(String user, String owner) {
        return new DatabaseAccess(DATABASE.url(), user, DATABASE.password(), owner, DATABASE.password());
    }

    private static long schemas() {
        return JdbcClient.create(DATABASE.asOwner())
                .sql("select count(*) from pg_namespace where nspname = any (string_to_array(?, ','))")
                .param(String.join(",", RoomMigrations.ROOMS))
                .query(Long.class)
                .single();
    }
}
