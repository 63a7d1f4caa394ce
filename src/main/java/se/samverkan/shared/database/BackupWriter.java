package se.samverkan.shared.database;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.database.BackupContents.Table;

/**
 * Copies every table to a file, as it was at one moment. The file gets its name only when it is whole and on the disk,
 * so a backup that was cut off never looks like one.
 */
final class BackupWriter {

    private final Connection owner;
    private final Backups.Listener listener;

    BackupWriter(Connection owner, Backups.Listener listener) {
        this.owner = owner;
        this.listener = listener;
    }

    Backups.Copied write(Path wanted) throws IOException, SQLException {
        Path file = wanted.toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw Refusal.rule("backup.refusal.exists", file.toString());
        }
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(half);
        Files.createFile(half, forTheOwnerOnly(half));
        try {
            Backups.Copied copied = copyTo(half);
            Files.move(half, file);
            return copied;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static FileAttribute<?>[] forTheOwnerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Backups.Copied copyTo(Path file) throws IOException, SQLException {
        standStill(owner);
        Catalogue catalogue = new Catalogue(owner);
        List<Table> copied = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(java.nio.channels.Channels.newOutputStream(channel))) {
            zip.setLevel(Deflater.BEST_SPEED);
            List<Table> tables = catalogue.tables();
            for (Table table : tables) {
                copied.add(copy(table, zip));
                listener.table(table.name(), copied.size(), tables.size());
            }
            zip.putNextEntry(new ZipEntry(BackupContents.ENTRY));
            zip.write(contents(catalogue, copied).toJson());
            zip.closeEntry();
            zip.finish();
            channel.force(true);
        }
        owner.rollback();
        return new Backups.Copied(
                copied.size(), copied.stream().mapToLong(Table::rows).sum());
    }

    /** From here on this connection sees the database as it is now, and writes values in one certain way. */
    private static void standStill(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            plainValues(statement);
            statement.execute("set local idle_in_transaction_session_timeout = 0");
        }
    }

    /** Values are written, and read again, the same way whatever the server's own settings are. */
    static void plainValues(Statement statement) throws SQLException {
        statement.execute("""
                set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
                set local extra_float_digits = 1; set local bytea_output = 'hex'; set local statement_timeout = 0""");
    }

    private Table copy(Table table, ZipOutputStream zip) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        MessageDigest digest = sha256();
        long rows = owner.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + table.columnList() + " from " + table.name() + ") to stdout",
                        new DigestOutputStream(new KeptOpen(zip), digest));
        zip.closeEntry();
        return table.counted(rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static BackupContents contents(Catalogue catalogue, List<Table> copied) {
        return new BackupContents(
                BackupContents.FORMAT,
                Instant.now(),
                catalogue.migrations(),
                copied,
                catalogue.partitions(),
                catalogue.sequences());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** One entry of the archive ends without ending the archive. */
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream archive) {
            super(archive);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
