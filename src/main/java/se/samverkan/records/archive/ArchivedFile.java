package se.samverkan.records.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import se.samverkan.records.archive.ArchiveContribution.Fact;

/**
 * A file that a room hands to the archive. It is read twice, first for its checksum and then into the package, so that
 * nothing large is held in memory.
 *
 * @param name its name in the room's folder: letters a to z, digits, and {@code . _ -}
 * @param title what people call it
 * @param form what sort of file it is
 * @param made when it was made
 * @param facts what is told of it: its case number, its version, who made it, a mark of secrecy
 * @param content the bytes
 */
public record ArchivedFile(String name, String title, Form form, Instant made, List<Fact> facts, Content content) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\\.[A-Za-z0-9_-]{1,20}){1,3}");

    /**
     * The form of a file.
     *
     * @param mediaType as registered by IANA
     * @param name what the form is called in the archive's papers
     * @param key its key in PRONOM, the registry of file formats, or empty
     */
    public record Form(String mediaType, String name, String key) {

        /** A document, for reading as long as there are archives. */
        public static final Form PDF_A = new Form("application/pdf", "PDF/A-3a", "fmt/479");

        /** The same as data, for machines. */
        public static final Form JSON = new Form("application/json", "JSON", "fmt/817");

        /** An attachment as it came. */
        public static Form asItCame(String mediaType) {
            return new Form(mediaType, mediaType, "");
        }
    }

    /** Where the bytes come from; each opening gives the same. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** @throws IllegalArgumentException for a name that is not safe in every archive */
    public ArchivedFile {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for the archive: " + name);
        }
        facts = List.copyOf(facts);
    }

    static Content bytes(byte[] content) {
        return () -> new ByteArrayInputStream(content);
    }
}
