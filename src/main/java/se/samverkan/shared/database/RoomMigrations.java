package se.samverkan.shared.database;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the database to the version of this program, room by room in the order of the house.
 *
 * <p>Each room owns a schema of its own name with a history of its own, so that its migrations are read and numbered
 * within the room. They run as the owner of the tables, never as the application.
 */
public final class RoomMigrations {

    /** The rooms that own tables, those below first. */
    public static final List<String> ROOMS = List.of(
            "shared",
            "organisation",
            "access",
            "records",
            "notice",
            "discussion",
            "statistics",
            "programme",
            "selection",
            "partnership",
            "survey",
            "meeting",
            "analysis",
            "actionplan",
            "agreement",
            "intervention",
            "followup",
            "evaluation");

    private final DataSource owner;

    public RoomMigrations(DataSource owner) {
        this.owner = owner;
    }

    /** Migrates every room that is not yet at this program's version. */
    public void run() {
        ROOMS.forEach(room -> room(room).load().migrate());
    }

    /** Migrates to an earlier version of the program, given by the newest migration of each room. */
    void runTo(Map<String, String> versions) {
        for (String room : ROOMS) {
            if (versions.containsKey(room)) {
                room(room).target(versions.get(room)).load().migrate();
            }
        }
    }

    /** Whether this program has a migration, applied or not. */
    boolean knows(String room, String version) {
        return Arrays.stream(room(room).load().info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .anyMatch(MigrationVersion.fromVersion(version)::equals);
    }

    private FluentConfiguration room(String room) {
        return Flyway.configure()
                .dataSource(owner)
                .schemas(room)
                .defaultSchema(room)
                .locations("classpath:db/migration/" + room)
                .validateMigrationNaming(true);
    }
}
