package se.samverkan.statistics.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.samverkan.testing.TestDatabases;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A lock on the figures: whoever takes a file in waits for it in the middle of the transaction, until it is closed. */
final class Obstacle implements AutoCloseable {

    private final Connection connection;
    private final JdbcClient behind;

    private Obstacle(Connection connection, JdbcClient behind) {
        this.connection = connection;
        this.behind = behind;
    }

    static Obstacle in(TestDatabase database) {
        try {
            Connection connection = database.asOwner().getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table statistics.observation in exclusive mode");
            }
            return new Obstacle(
                    connection,
                    JdbcClient.create(
                            new SingleConnectionDataSource(database.asOwner().getConnection(), true)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until somebody stands before it. */
    void meets() {
        BackgroundImports.waitUntil(() -> behind.sql("""
                select exists (select from pg_locks where not granted and relation = 'statistics.observation'::regclass)
                """).query(Boolean.class).single());
    }

    /** Ends the database's own process that stands before it, as an administrator or the system may. */
    void endsTheBackendBeforeIt() {
        meets();
        behind.sql("select pid from pg_locks where not granted and relation = 'statistics.observation'::regclass")
                .query(Integer.class)
                .list()
                .forEach(pid -> TestDatabases.asSuperuser("select pg_terminate_backend(" + pid + ")"));
    }

    @Override
    public void close() {
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
