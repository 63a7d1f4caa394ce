package se.samverkan.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.samverkan.shared.database.EmbeddedPostgres;
import se.samverkan.shared.database.RoomMigrations;

/**
 * Fresh, migrated databases on a real PostgreSQL: the first one is migrated and kept as a template, the next ones are
 * copies of it and take a tenth of a second.
 */
public final class TestDatabases {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private TestDatabases() {}

    private static EmbeddedPostgres start() {
        EmbeddedPostgres postgres = EmbeddedPostgres.in(Path.of("target/test-postgres"), "128MB");
        // Stops after every application context of the tests has closed, so that none of them waits for it.
        SpringApplication.getShutdownHandlers().add(postgres::close);
        try (Connection connection = postgres.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + template() + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        postgres.createRolesAndDatabase(template());
        new RoomMigrations(
                        new DriverManagerDataSource(postgres.url(template()), "samverkan_owner", postgres.password()))
                .run();
        return postgres;
    }

    private static String template() {
        return "template_" + ProcessHandle.current().pid();
    }

    /** A database of one's own with every room migrated and nothing in it. */
    public static TestDatabase fresh() {
        String name = nextName();
        try (Connection connection = POSTGRES.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + " template " + template()
                    + " owner samverkan_owner strategy file_copy");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(POSTGRES.url(name), POSTGRES.password());
    }

    /** A database of one's own that no migration has touched. */
    public static TestDatabase untouched() {
        String name = nextName();
        POSTGRES.createRolesAndDatabase(name);
        return new TestDatabase(POSTGRES.url(name), POSTGRES.password());
    }

    /** Does something that only the server's superuser may, such as making a role. */
    public static void asSuperuser(String sql) {
        try (Connection connection = POSTGRES.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nextName() {
        return "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    }

    /**
     * Where a test's database is; both roles have the same password.
     *
     * @param url its JDBC address
     * @param password of samverkan_app and samverkan_owner
     */
    public record TestDatabase(String url, String password) {

        /** Connections as the owner of the tables, past row-level security: for arranging and for looking behind. */
        public DriverManagerDataSource asOwner() {
            return new DriverManagerDataSource(url, "samverkan_owner", password);
        }

        /** Connections as the application, under row-level security. */
        public DriverManagerDataSource asApplication() {
            return new DriverManagerDataSource(url, "samverkan_app", password);
        }

        /** The settings that make the application use this database. */
        public String[] settings() {
            return new String[] {
                "samverkan.db.url=" + url,
                "samverkan.db.password=" + password,
                "samverkan.db.owner-password=" + password,
                "server.port=0"
            };
        }
    }
}
