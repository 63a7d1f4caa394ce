package se.samverkan.statistics.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;

/** Opens a file as a table, by its first bytes and not by its name. */
final class Sheets {

    private Sheets() {}

    /** @throws Unreadable when it is no table that can be read here */
    static Sheet open(SourceFile file) {
        byte[] start = start(file);
        if (begins(start, 'P', 'K', 3, 4)) {
            return XlsxSheet.open(file);
        }
        if (begins(start, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new Unreadable("old-excel");
        }
        String text = new String(start, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("%pdf")) {
            throw new Unreadable("other-kind", "PDF");
        }
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            throw new Unreadable("web-page");
        }
        if (text.startsWith("<?xml")) {
            throw new Unreadable("other-kind", "XML");
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            throw new Unreadable("other-kind", "JSON");
        }
        return CsvSheet.open(file);
    }

    private static byte[] start(SourceFile file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            return in.readNBytes(256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean begins(byte[] start, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (start.length <= i || (start[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
