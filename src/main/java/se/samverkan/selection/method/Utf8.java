package se.samverkan.selection.method;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * Text as its UTF-8 bytes: the order and the checksums that anyone can repeat with a command of their own system,
 * whatever its language. Java's own order of strings is another one beyond the first 65,536 characters.
 */
public final class Utf8 {

    /** By the bytes, each read as a number from 0 to 255. */
    public static final Comparator<String> ORDER = Comparator.comparing(Utf8::bytes, Arrays::compareUnsigned);

    private Utf8() {}

    /** The bytes of a text. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The SHA-256 of some bytes, as 64 small hexadecimal digits. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
