package se.samverkan.selection.material;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import se.samverkan.shared.Refusal;

/**
 * A file of the Inspectorate's material. What it is follows from its content, never from its name or from what the
 * browser says; and its name then ends as such files' names do, so that no computer takes it for a program.
 *
 * @param name what it is called, without folders
 * @param type its media type
 * @param content its bytes
 */
record NoteFile(String name, String type, byte[] content) {

    /** The most bytes. */
    static final int LARGEST = 20 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;

    /** What can be taken in, in the order in which it is tried. */
    private enum Type {
        PDF("application/pdf", "pdf"),
        PNG("image/png", "png"),
        JPEG("image/jpeg", "jpg", "jpeg"),
        WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        TEXT("text/plain", "txt", "csv", "md");

        private final String media;
        private final List<String> endings;

        Type(String media, String... endings) {
            this.media = media;
            this.endings = List.of(endings);
        }

        boolean is(byte[] content) {
            return switch (this) {
                case PDF -> begins(content, '%', 'P', 'D', 'F', '-');
                case PNG -> begins(content, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a);
                case JPEG -> begins(content, 0xff, 0xd8, 0xff);
                case WORD -> begins(content, 'P', 'K', 3, 4) && isWord(content);
                case TEXT -> isText(content);
            };
        }
    }

    /**
     * @param name the name that the sender gave it
     * @throws Refusal when it is empty, too large, or not a PDF, a Word document without macros, plain text or a picture
     */
    static NoteFile of(String name, byte[] content) {
        if (content.length == 0) {
            throw Refusal.rule("selection.refusal.file-empty");
        }
        if (content.length > LARGEST) {
            throw tooLarge();
        }
        Type type = Arrays.stream(Type.values())
                .filter(each -> each.is(content))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("selection.refusal.file-type"));
        return new NoteFile(named(name, type), type.media, content);
    }

    static Refusal tooLarge() {
        return Refusal.rule("selection.refusal.file-large", LARGEST / 1024 / 1024);
    }

    private static String named(String name, Type type) {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "")
                .strip();
        String whole = plain.isEmpty() ? "fil" : plain;
        String known = type.endings.stream()
                .filter(ending -> whole.toLowerCase(Locale.ROOT).endsWith("." + ending))
                .findFirst()
                .orElse("");
        String stem = known.isEmpty() ? whole : whole.substring(0, whole.length() - known.length() - 1);
        return stem.substring(0, Math.min(stem.length(), LONGEST_NAME)) + "."
                + (known.isEmpty() ? type.endings.getFirst() : known);
    }

    private static boolean begins(byte[] content, int... signs) {
        if (content.length < signs.length) {
            return false;
        }
        for (int place = 0; place < signs.length; place++) {
            if (content[place] != (byte) signs[place]) {
                return false;
            }
        }
        return true;
    }

    /** An archive with a Word document in it and nothing that runs. Only its list of parts is read, nothing unpacked. */
    private static boolean isWord(byte[] content) {
        try (ZipFile archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            return archive.getEntry("word/document.xml") != null
                    && Collections.list(archive.getEntries()).stream()
                            .noneMatch(part ->
                                    part.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"));
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
    }

    /** UTF-8, or bytes that Windows-1252 has letters for; no signs that only machines use. */
    private static boolean isText(byte[] content) {
        for (byte each : content) {
            if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException notUtf8) {
            for (byte each : content) {
                if (List.of(0x81, 0x8d, 0x8f, 0x90, 0x9d).contains(each & 0xff)) {
                    return false;
                }
            }
            return true;
        }
    }
}
