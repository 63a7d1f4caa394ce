package se.samverkan.shared.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.database.BackupContents.Partition;
import se.samverkan.shared.database.BackupContents.Sequence;
import se.samverkan.shared.database.BackupContents.Table;

/**
 * Fills an empty database from a backup: migrates it to where the backup was, copies every table in one transaction, and
 * migrates on to this program's version.
 *
 * <p>A restore that was cut off leaves a mark, by which the next one knows that it may begin anew.
 */
final class BackupRestorer {

    private static final String MARK = "samverkan: a restore has begun and not ended";

    private final DataSource owner;
    private final Backups.Listener listener;

    BackupRestorer(DataSource owner, Backups.Listener listener) {
        this.owner = owner;
        this.listener = listener;
    }

    Backups.Copied restore(Path path) throws IOException, SQLException {
        try (ZipFile file = new ZipFile(path.toFile())) {
            refuseDamaged(file);
            BackupContents contents = BackupContents.of(file);
            refuseNewer(contents);
            begin();
            new RoomMigrations(owner).runTo(contents.migrations());
            Backups.Copied copied = load(file, contents);
            new RoomMigrations(owner).run();
            return copied;
        }
    }

    /** Reads all of it once before anything is touched: the sums of a ZIP file are not held against it by reading. */
    private static void refuseDamaged(ZipFile file) throws IOException {
        for (ZipEntry entry : Collections.list(file.entries())) {
            CRC32 sum = new CRC32();
            try (var content = new CheckedInputStream(file.getInputStream(entry), sum)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            if (sum.getValue() != entry.getCrc()) {
                throw new IOException(entry.getName() + " is not as it was written");
            }
        }
    }

    private void refuseNewer(BackupContents contents) {
        boolean newer = contents.format() > BackupContents.FORMAT
                || !RoomMigrations.ROOMS.containsAll(contents.migrations().keySet())
                || contents.migrations().entrySet().stream()
                        .anyMatch(room -> !new RoomMigrations(owner).knows(room.getKey(), room.getValue()));
        if (newer) {
            throw Refusal.rule("backup.refusal.newer");
        }
    }

    private void begin() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (isMarked(statement)) {
                for (String room : RoomMigrations.ROOMS) {
                    statement.execute("drop schema if exists " + room + " cascade");
                }
            } else if (!new Catalogue(connection).roomsThatAreThere().isEmpty()) {
                throw Refusal.rule("backup.refusal.not-empty");
            }
            statement.execute("create schema if not exists shared");
            statement.execute("comment on schema shared is '" + MARK + "'");
        }
    }

    private static boolean isMarked(Statement statement) throws SQLException {
        try (var marked = statement.executeQuery("""
                select obj_description(oid, 'pg_namespace') = '%s' from pg_namespace where nspname = 'shared'""".formatted(MARK))) {
            return marked.next() && marked.getBoolean(1);
        }
    }

    private Backups.Copied load(ZipFile file, BackupContents contents) throws IOException, SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            BackupWriter.plainValues(statement);
            Catalogue catalogue = new Catalogue(connection);
            makeRoom(catalogue, statement, contents);
            int done = 0;
            for (Table table : contents.tables()) {
                copy(connection, file, table);
                listener.table(table.name(), ++done, contents.tables().size());
            }
            finish(catalogue, statement, contents);
            connection.commit();
        }
        return new Backups.Copied(
                contents.tables().size(),
                contents.tables().stream().mapToLong(Table::rows).sum());
    }

    /** Rows that migrations planted give way to those of the backup; triggers rest, since they have done their work. */
    private static void makeRoom(Catalogue catalogue, Statement statement, BackupContents contents)
            throws SQLException {
        for (Partition partition : contents.partitions()) {
            statement.execute("create table if not exists %s partition of %s %s"
                    .formatted(partition.name(), partition.parent(), partition.bounds()));
        }
        triggers("disable", catalogue, statement);
        List<String> names = contents.tables().stream().map(Table::name).toList();
        statement.execute("truncate " + String.join(", ", names));
    }

    private static void copy(Connection connection, ZipFile file, Table table) throws IOException, SQLException {
        ZipEntry entry = file.getEntry(table.entry());
        if (entry == null) {
            throw new IOException("no " + table.entry());
        }
        MessageDigest digest = BackupWriter.sha256();
        try (var rows = new DigestInputStream(file.getInputStream(entry), digest)) {
            long copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.name() + " (" + table.columnList() + ") from stdin", rows);
            boolean whole = copied == table.rows()
                    && HexFormat.of().formatHex(digest.digest()).equals(table.sha256());
            if (!whole) {
                throw new IOException(table.name() + " is not as it was written");
            }
        }
    }

    private static void finish(Catalogue catalogue, Statement statement, BackupContents contents) throws SQLException {
        for (Sequence sequence : contents.sequences()) {
            statement.execute(
                    "select setval('%s', %d, %s)".formatted(sequence.name(), sequence.value(), sequence.called()));
        }
        triggers("enable", catalogue, statement);
        for (String view : catalogue.materializedViews()) {
            statement.execute("refresh materialized view " + view);
        }
        statement.execute("comment on schema shared is null");
    }

    private static void triggers(String verb, Catalogue catalogue, Statement statement) throws SQLException {
        for (String table : catalogue.tablesAndParts()) {
            statement.execute("alter table " + table + " " + verb + " trigger user");
        }
    }
}
