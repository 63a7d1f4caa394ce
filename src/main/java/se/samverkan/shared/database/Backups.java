package se.samverkan.shared.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Refusal;

/**
 * The door to backups: the whole database in one file, and back.
 *
 * <p>Made for every PostgreSQL, also one without tools of its own beside it: a single transaction copies every table as
 * it was at one moment, while others go on writing. The file holds password hashes and secrets, so only its owner may
 * read it.
 */
@Component
public class Backups {

    private final DatabaseAccess access;

    Backups(DatabaseAccess access) {
        this.access = access;
    }

    /** Hears how far it has come. */
    @FunctionalInterface
    public interface Listener {

        /** One more table: its name, how many have been copied with it, and how many there are. */
        void table(String name, int done, int total);
    }

    /** What was copied. */
    public record Copied(int tables, long rows) {}

    /**
     * Writes the database to a file that does not exist yet.
     *
     * @throws Refusal when the file exists or cannot be written
     */
    public Copied write(Path file, Listener listener) {
        try (Connection owner = access.asOwner().getConnection()) {
            return new BackupWriter(owner, listener).write(file);
        } catch (IOException e) {
            throw Refusal.rule("backup.refusal.not-written", file.toString(), String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be copied", e);
        }
    }

    /**
     * Fills an empty database from a file; either all of it is there afterwards or nothing.
     *
     * @throws Refusal when the database is not empty, when the file is damaged, or when it comes from a newer program
     */
    public Copied restore(Path file, Listener listener) {
        try {
            return new BackupRestorer(access.asOwner(), listener).restore(file);
        } catch (IOException e) {
            throw Refusal.malformed("backup.refusal.damaged", file.toString(), String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be restored", e);
        }
    }
}
