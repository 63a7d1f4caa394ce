package se.samverkan.statistics.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out how the letters of a file are written: UTF-8 or UTF-16 where a mark says so, UTF-8 where the whole file is
 * valid as such, and Windows-1252, as Excel in Sweden writes it, otherwise.
 */
enum Encoding {
    UTF_8_WITH_MARK(StandardCharsets.UTF_8, 3),
    UTF_16_LITTLE(StandardCharsets.UTF_16LE, 2),
    UTF_16_BIG(StandardCharsets.UTF_16BE, 2),
    UTF_8(StandardCharsets.UTF_8, 0),
    WINDOWS_1252(Charset.forName("windows-1252"), 0);

    private final Charset charset;
    private final int mark;

    Encoding(Charset charset, int mark) {
        this.charset = charset;
        this.mark = mark;
    }

    Charset charset() {
        return charset;
    }

    /** How many bytes in front are the mark. */
    int mark() {
        return mark;
    }

    /** @throws Unreadable when the file is not text */
    static Encoding of(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(4);
            int first = in.read();
            int second = in.read();
            int third = in.read();
            in.reset();
            if (first == 0xef && second == 0xbb && third == 0xbf) {
                return UTF_8_WITH_MARK;
            }
            if (first == 0xff && second == 0xfe) {
                return UTF_16_LITTLE;
            }
            if (first == 0xfe && second == 0xff) {
                return UTF_16_BIG;
            }
            return isUtf8(in) ? UTF_8 : WINDOWS_1252;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUtf8(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer letters = CharBuffer.allocate(1 << 16);
        boolean valid = true;
        int read = 0;
        while (read >= 0) {
            read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            refuseZeros(bytes, read);
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            if (valid) {
                CoderResult result = decoder.decode(bytes, letters.clear(), read < 0);
                valid = !result.isError();
            } else {
                bytes.position(bytes.limit());
            }
            bytes.compact();
        }
        return valid;
    }

    /** Text has no zero bytes; a picture, an archive or a cut document has. */
    private static void refuseZeros(ByteBuffer bytes, int read) {
        for (int i = bytes.position(); i < bytes.position() + read; i++) {
            if (bytes.get(i) == 0) {
                throw new Unreadable("not-a-table");
            }
        }
    }
}
