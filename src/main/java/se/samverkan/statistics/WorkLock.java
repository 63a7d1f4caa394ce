package se.samverkan.statistics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets one process at a time do a kind of long work. The lock is the database's and lives as long as its connection, so a process that
 * dies leaves none behind.
 */
@Component
public class WorkLock {

    private static final Logger LOG = LoggerFactory.getLogger(WorkLock.class);

    public static final String SYNC = "samverkan sync";
    public static final String IMPORTS = "samverkan reading of files";

    private final DataSource connections;

    WorkLock(DataSource connections) {
        this.connections = connections;
    }

    /** Held until it is closed. */
    public record Held(Connection connection, String work) implements AutoCloseable {

        /** An interrupted thread gives it back too; a connection that has broken has given it back already. */
        @Override
        public void close() {
            boolean interrupted = Thread.interrupted();
            try (connection;
                    PreparedStatement unlock =
                            connection.prepareStatement("select pg_advisory_unlock(hashtextextended(?, 0))")) {
                unlock.setString(1, work);
                unlock.execute();
            } catch (SQLException e) {
                LOG.debug("the connection that held the lock is gone, and the lock with it", e);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** The lock, or nothing when another process holds it. */
    public Optional<Held> take(String work) {
        try {
            Connection connection = connections.getConnection();
            try (PreparedStatement lock =
                    connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
                lock.setString(1, work);
                try (ResultSet row = lock.executeQuery()) {
                    if (row.next() && row.getBoolean(1)) {
                        return Optional.of(new Held(connection, work));
                    }
                }
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the lock of long work cannot be asked for", e);
        }
    }
}
