package se.samverkan.records.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;
import se.samverkan.records.file.StoredFile.Scan;
import se.samverkan.shared.Refusal;

/**
 * Looks at what is sent in before it is kept: how large, what it is by its content, whether its name says the same, whether
 * something in it runs, and whether a scanner finds a virus.
 */
@Component
class Inspection {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_PARTS = 10_000;

    private final Tika tika = new Tika();
    private final FileSettings settings;
    private final VirusScanner scanner;

    Inspection(FileSettings settings, VirusScanner scanner) {
        this.settings = settings;
        this.scanner = scanner;
    }

    /** @throws Refusal with what is wrong, in words for the sender */
    FileKind kindOf(Upload upload) throws IOException {
        if (upload.size() == 0) {
            throw Refusal.rule("file.refusal.empty");
        }
        if (upload.size() > settings.bytes()) {
            throw Refusal.rule("file.refusal.large", settings.megabytes());
        }
        FileKind kind;
        try (InputStream content = new BufferedInputStream(upload.source().open())) {
            kind = FileKind.of(media(content, upload.name())).orElseThrow(() -> Refusal.rule("file.refusal.type"));
        }
        if (kind.isArchive()) {
            requireWhatItSays(upload, kind);
        } else if (kind == FileKind.TEXT || kind == FileKind.CSV) {
            return kind;
        } else {
            requireNameAgrees(upload, kind);
        }
        return kind;
    }

    /** Tika reads the first bytes, and takes the name into account only where they leave a choice. */
    private String media(InputStream content, String name) throws IOException {
        String media = tika.detect(content, name.toLowerCase(Locale.ROOT));
        return media.startsWith("text/") && FileKind.of(media).isEmpty() && !media.equals("text/html")
                ? "text/plain"
                : media;
    }

    private static void requireNameAgrees(Upload upload, FileKind kind) {
        String name = plain(upload.name());
        boolean says = name.lastIndexOf('.') > 0;
        if (says && !kind.named(name).equals(name)) {
            throw Refusal.rule("file.refusal.false-type", name, kind.label());
        }
    }

    /**
     * An archive of parts is only taken for what its name says when the part that makes it so is there; one that holds
     * macros is not taken at all. Its list of parts is read, nothing is unpacked to disk.
     */
    private static void requireWhatItSays(Upload upload, FileKind kind) throws IOException {
        String wanted = switch (kind) {
            case WORD -> "word/document.xml";
            case EXCEL -> "xl/workbook.xml";
            case POWERPOINT -> "ppt/presentation.xml";
            default -> "content.xml";
        };
        boolean found = false;
        try (ZipInputStream parts = new ZipInputStream(upload.source().open())) {
            int number = 0;
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin") || name.startsWith("basic/") || name.startsWith("scripts/")) {
                    throw Refusal.rule("file.refusal.macros");
                }
                found |= name.equals(wanted);
                if (++number > MOST_PARTS) {
                    throw Refusal.rule("file.refusal.type");
                }
            }
        } catch (IllegalArgumentException | java.util.zip.ZipException broken) {
            throw Refusal.rule("file.refusal.type");
        }
        if (!found) {
            throw Refusal.rule("file.refusal.not-what-it-says", plain(upload.name()), kind.label());
        }
    }

    Scan scan(Upload upload) throws IOException {
        if (!scanner.isThere()) {
            return Scan.NOT_SCANNED;
        }
        try (InputStream content = upload.source().open()) {
            if (scanner.findsNothingIn(content)) {
                return Scan.CLEAN;
            }
        } catch (IOException silent) {
            throw Refusal.rule("file.refusal.scanner");
        }
        throw Refusal.rule("file.refusal.virus");
    }

    /** The name without folders and signs that a file system could stumble on, with an ending that says what it is. */
    static String named(String given, FileKind kind) {
        String plain = plain(given);
        String whole = kind.named(plain.isEmpty() ? "fil" : plain);
        int dot = whole.lastIndexOf('.');
        return whole.substring(0, Math.min(dot, LONGEST_NAME)) + whole.substring(dot);
    }

    private static String plain(String given) {
        return given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "")
                .strip();
    }
}
