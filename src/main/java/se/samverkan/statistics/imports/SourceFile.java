package se.samverkan.statistics.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A file that somebody gave us, put aside on disk so that it never lies in memory; removed when it is closed.
 *
 * @param path where it lies meanwhile
 * @param name what it was called
 * @param size in bytes
 * @param checksum SHA-256 of its bytes
 */
record SourceFile(Path path, String name, long size, byte[] checksum) implements AutoCloseable {

    /** Larger files are refused: the largest of Skolverket's own exports is a hundredth of this. */
    static final long LARGEST = 50L * 1024 * 1024;

    private static final int MEGABYTE = 1024 * 1024;

    /**
     * Puts aside what the stream gives, and no more than is allowed.
     *
     * @throws Unreadable when it is too large, or there is nothing in it
     */
    static SourceFile receive(InputStream content, String name) {
        try {
            Path path = Files.createTempFile("samverkan-import", ".tmp");
            try {
                return receive(content, name, path);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile receive(InputStream content, String name, Path path) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > LARGEST) {
                    throw new Unreadable("too-large", LARGEST / MEGABYTE);
                }
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw new Unreadable("empty-file");
        }
        return new SourceFile(path, name, size, digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
