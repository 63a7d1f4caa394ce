package se.samverkan.selection.method;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.samverkan.shared.Refusal;

/**
 * What decides a draw: at least 32 bytes that nobody could guess. Its checksum is published before the list is frozen,
 * so that nobody can try seeds; the seed itself after the draw, so that anyone can repeat it.
 */
public final class Seed {

    private static final int FEWEST_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final byte[] bytes;

    private Seed(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The seed that is written so.
     *
     * @param hex two hexadecimal digits per byte, small or large
     * @throws Refusal when it is not written so, or has fewer than 32 bytes
     */
    public static Seed of(String hex) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("refusal.draw.seed-hex");
        }
        if (bytes.length < FEWEST_BYTES) {
            throw Refusal.malformed("refusal.draw.seed-short", bytes.length, FEWEST_BYTES);
        }
        return new Seed(bytes);
    }

    /** The seed itself, two small hexadecimal digits per byte. It is a secret until the draw is done. */
    public String reveal() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The checksum that commits to it: the SHA-256 of its bytes, not of its hexadecimal digits. */
    public String sha256() {
        return Utf8.sha256(bytes);
    }

    /** HMAC-SHA-256 (RFC 2104) of a text in UTF-8, with this seed as the key. */
    byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes, HMAC));
            return mac.doFinal(Utf8.bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /** Says which seed it is without giving it away. */
    @Override
    public String toString() {
        return "Seed with SHA-256 " + sha256();
    }
}
