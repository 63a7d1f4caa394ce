package se.samverkan.records.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import se.samverkan.records.archive.ArchivedFile.Content;
import se.samverkan.records.archive.ArchivedFile.Form;

/**
 * A file as the package lists it.
 *
 * @param path where it lies, below the package's folder
 * @param form what sort of file it is
 * @param made when it was made
 * @param size how many bytes
 * @param checksum SHA-256 in hexadecimal
 * @param crc the check sum that the zip format asks for
 * @param content the bytes
 */
record Listed(String path, Form form, Instant made, long size, String checksum, long crc, Content content) {

    /** Reads a file through once, for what the list says of it. */
    static Listed of(String path, Form form, Instant made, Content content) {
        CRC32 crc = new CRC32();
        try (InputStream opened = content.open()) {
            DigestInputStream digested = new DigestInputStream(new CheckedInputStream(opened, crc), Sha256.digest());
            long size = digested.transferTo(OutputStream.nullOutputStream());
            String checksum =
                    HexFormat.of().formatHex(digested.getMessageDigest().digest());
            return new Listed(path, form, made, size, checksum, crc.getValue(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
