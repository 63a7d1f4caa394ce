package se.samverkan.records.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import se.samverkan.records.file.StoredFile.Scan;
import se.samverkan.shared.Refusal;

/**
 * The door to files. What is sent in is inspected, kept in parts, and its sender's only until a record takes it up; from
 * then on whoever may see the record may take it away, and row-level security asks so for every part that is read.
 */
@Component
public class Files {

    /** How much is in memory at a time. Measured, see the ADR on files. */
    static final int PART = 1024 * 1024;

    private final JdbcClient database;
    private final Inspection inspection;
    private final FileSettings settings;
    private final VirusScanner scanner;
    private final TransactionOperations transactions;

    Files(
            JdbcClient database,
            Inspection inspection,
            FileSettings settings,
            VirusScanner scanner,
            TransactionOperations transactions) {
        this.database = database;
        this.inspection = inspection;
        this.settings = settings;
        this.scanner = scanner;
        this.transactions = transactions;
    }

    /** The largest that is taken in. */
    public int megabytes() {
        return settings.megabytes();
    }

    /** Whether what is sent in is scanned for viruses. */
    public boolean areScanned() {
        return scanner.isThere();
    }

    /** The endings of what can be sent in, for the browser's own dialogue. */
    public static String accepted() {
        return FileKind.accepted();
    }

    /**
     * Keeps what was sent in, for a record to take up.
     *
     * @throws Refusal when it is empty, too large, of no sort that is taken in, not what its name says, or not clean
     */
    public StoredFile keep(Upload upload) {
        try {
            FileKind kind = inspection.kindOf(upload);
            Scan scan = inspection.scan(upload);
            String name = Inspection.named(upload.name(), kind);
            if (!kind.isPicture()) {
                return stored(name, kind.media(), scan, false, upload.source());
            }
            byte[] sent;
            try (InputStream content = upload.source().open()) {
                sent = content.readAllBytes();
            }
            byte[] picture = Pictures.clean(kind, sent);
            boolean cleaned = picture.length != sent.length;
            return stored(name, kind.media(), scan, cleaned, () -> new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a transaction that begins when there is something to write, not while a scanner reads. */
    private StoredFile stored(String name, String type, Scan scan, boolean cleaned, Upload.Source source) {
        return Objects.requireNonNull(transactions.execute(status -> {
            try {
                return store(name, type, scan, cleaned, source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Keeps what was made here: a document as PDF or Word. */
    @Transactional
    public StoredFile keepMade(String name, String type, byte[] content) {
        return keepMade(name, type, () -> new ByteArrayInputStream(content));
    }

    /** Keeps what was made here and is too large for the memory. */
    @Transactional
    public StoredFile keepMade(String name, String type, Upload.Source content) {
        try {
            return store(name, type, Scan.MADE_HERE, false, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile store(String name, String type, Scan scan, boolean cleaned, Upload.Source source)
            throws IOException {
        long size = 0;
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(source.open(), digest)) {
            for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
                size += part.length;
            }
        }
        StoredFile file = database.sql("""
                        insert into records.file (name, media_type, size, checksum, scan, cleaned)
                        values (?, ?, ?, ?, ?, ?) returning *
                        """)
                .params(name, type, size, digest.digest(), scan.name(), cleaned)
                .query(Files::file)
                .single();
        int number = 0;
        try (InputStream content = source.open()) {
            for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
                database.sql("insert into records.file_part values (?, ?, ?)")
                        .params(file.id(), number++, part)
                        .update();
            }
        }
        return file;
    }

    /** The file, where the reader may see the record that it is attached to, or has sent it in just now. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> find(long id) {
        return database.sql("select * from records.file where id = ?")
                .param(id)
                .query(Files::file)
                .optional();
    }

    /** What the reader has sent in and no record has taken up. */
    @Transactional(readOnly = true)
    public List<StoredFile> held(Collection<Long> ids) {
        return database.sql("select * from records.file where id = any (?) and attached_at is null order by id")
                .param(ids.toArray(Long[]::new))
                .query(Files::file)
                .list();
    }

    /** Says that a record has taken the file up, once the record's own row says so. */
    @Transactional
    public void attached(long id) {
        database.sql("update records.file set attached_at = now() where id = ? and attached_at is null")
                .param(id)
                .update();
    }

    /**
     * Writes a file out, a part at a time. The right is asked for each part, in a transaction of its own, so that a slow
     * reader holds nothing.
     *
     * @throws Refusal when the reader may not, before anything is written
     */
    public void deliver(long id, OutputStream out) throws IOException {
        int number = 0;
        for (byte[] part = part(id, number); part.length > 0; part = part(id, number)) {
            out.write(part);
            number++;
        }
        if (number == 0) {
            throw Refusal.notSeen();
        }
    }

    private byte[] part(long file, int number) {
        byte[] part = transactions.execute(
                status -> database.sql("select content from records.file_part where file = ? and number = ?")
                        .params(file, number)
                        .query(byte[].class)
                        .optional()
                        .orElse(new byte[0]));
        return part == null ? new byte[0] : part;
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getLong("id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("checksum")),
                Scan.valueOf(row.getString("scan")),
                row.getBoolean("cleaned"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
