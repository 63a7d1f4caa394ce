package se.samverkan.shared.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to the version of this program, room by room in the order of the house.
 *
 * <p>Each room owns a schema of its own name with a history of its own, so that its migrations are read and numbered
 * within the room. They run as the owner of the tables, never as the application.
 */
public final class RoomMigrations {

    /** The rooms that own tables, those below first. */
    public static final List<String> ROOMS = List.of("shared", "organisation", "access", "records", "statistics");

    private final DataSource owner;

    public RoomMigrations(DataSource owner) {
        this.owner = owner;
    }

    /** Migrates every room that is not yet at this program's version. */
    public void run() {
        ROOMS.forEach(this::migrate);
    }

    private void migrate(String room) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(room)
                .defaultSchema(room)
                .locations("classpath:db/migration/" + room)
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
