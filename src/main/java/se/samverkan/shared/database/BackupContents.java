package se.samverkan.shared.database;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself, in its entry {@code contents.json}.
 *
 * @param format the version of the file's own layout
 * @param madeAt when the copy was taken; everything in it is as it was at that moment
 * @param migrations the newest migration of each room
 * @param tables the tables, each after those it refers to
 * @param partitions the parts of partitioned tables
 * @param sequences where each counter stood
 */
record BackupContents(
        int format,
        Instant madeAt,
        Map<String, String> migrations,
        List<Table> tables,
        List<Partition> partitions,
        List<Sequence> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "contents.json";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A table with the columns that were copied, in their order.
     *
     * @param name with its schema, quoted where SQL asks for it
     * @param columns quoted where SQL asks for it
     * @param rows how many rows were copied
     * @param sha256 of the copied rows, in hexadecimal digits
     */
    record Table(String name, List<String> columns, long rows, String sha256) {

        static Table uncounted(String name, List<String> columns) {
            return new Table(name, columns, 0, "");
        }

        Table counted(long copied, String digest) {
            return new Table(name, columns, copied, digest);
        }

        String entry() {
            return "tables/" + name + ".copy";
        }

        String columnList() {
            return String.join(", ", columns);
        }
    }

    /** A part of a partitioned table, with its bounds as PostgreSQL writes them. */
    record Partition(String name, String parent, String bounds) {}

    /** A counter, the last number it gave, and whether it has given it. */
    record Sequence(String name, long value, boolean called) {}

    byte[] toJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** Reads the contents of a file. */
    static BackupContents of(ZipFile file) throws IOException {
        var entry = file.getEntry(ENTRY);
        if (entry == null) {
            throw new IOException("no " + ENTRY);
        }
        try (var stream = file.getInputStream(entry)) {
            return JSON.readValue(stream.readAllBytes(), BackupContents.class);
        } catch (JacksonException e) {
            throw new IOException(ENTRY + " cannot be read", e);
        }
    }
}
