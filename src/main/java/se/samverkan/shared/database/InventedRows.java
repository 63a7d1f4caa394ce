package se.samverkan.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Installation;

/**
 * Puts rows behind the doors into a demonstration, as the owner of the tables: for what is so much that the doors would take minutes.
 * Nowhere else: a database that is not a demonstration is refused.
 */
@Component
public class InventedRows {

    private final DatabaseAccess access;
    private final Installation installation;

    InventedRows(DatabaseAccess access, Installation installation) {
        this.access = access;
        this.installation = installation;
    }

    /**
     * Runs a script, wholly or not at all, in a transaction of its own: what the caller has not committed it does not see.
     *
     * @param script its path among the resources, in UTF-8
     * @throws IllegalStateException where the database is not a demonstration, or the script fails
     */
    public void put(String script) {
        if (!installation.isDemonstration()) {
            throw new IllegalStateException("only a demonstration has invented rows");
        }
        try (Connection connection = access.asOwner().getConnection()) {
            connection.setAutoCommit(false);
            ScriptUtils.executeSqlScript(connection, new EncodedResource(new ClassPathResource(script), "UTF-8"));
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(script, failed);
        }
    }
}
