package se.samverkan.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Names the current actor to the database at the start of every transaction, so that row-level security knows whom it
 * guards against. Without a transaction nobody is named, and no guarded row is seen.
 *
 * <p>What loads sessions and what schedules jobs must not use this manager: it would wait for a connection while it
 * holds one.
 */
public class ActorTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    public ActorTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Actor actor = Actor.current();
        String behalf = actor.onBehalfOf();
        try (PreparedStatement statement = connection.prepareStatement(
                "select set_config('samverkan.person', ?, true), set_config('samverkan.on_behalf_of', ?, true)")) {
            statement.setString(1, Long.toString(actor.person()));
            statement.setString(2, behalf == null ? "" : behalf);
            statement.execute();
        }
    }
}
