package se.samverkan.statistics.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks through an archive before anybody opens it, so that a small file cannot fill the memory: what it says of its own
 * sizes is not believed, the bytes are counted as they unfold.
 */
final class ZipLimits {

    private static final int MOST_ENTRIES = 500;
    private static final long LARGEST_TOTAL = 200L * 1024 * 1024;
    private static final long SUSPICIOUS_FROM = 10L * 1024 * 1024;
    private static final int HIGHEST_RATIO = 100;
    private static final int HEAD = 1 << 13;

    private ZipLimits() {}

    /** @throws Unreadable when it unfolds too far, or is not whole */
    static void check(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Unreadable("zip-bomb");
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new Unreadable("other-kind", "ZIP");
            }
            long allowed = Math.min(LARGEST_TOTAL, Math.max(SUSPICIOUS_FROM, Files.size(archive) * HIGHEST_RATIO));
            for (ZipEntry entry : List.<ZipEntry>copyOf(zip.stream().toList())) {
                try (InputStream unfolding = zip.getInputStream(entry)) {
                    byte[] head = unfolding.readNBytes(HEAD);
                    refuseDeclarations(head);
                    allowed -= head.length + count(unfolding, allowed);
                }
                if (allowed < 0) {
                    throw new Unreadable("zip-bomb");
                }
            }
        } catch (IOException e) {
            throw new Unreadable("broken-workbook");
        }
    }

    /** No spreadsheet program writes any; they are there to unfold without end, or to reach for other files. */
    private static void refuseDeclarations(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (text.contains("<!DOCTYPE")) {
            throw new Unreadable("declarations");
        }
    }

    private static long count(InputStream entry, long allowed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int read = entry.read(buffer); read >= 0 && total <= allowed; read = entry.read(buffer)) {
            total += read;
        }
        return total;
    }
}
