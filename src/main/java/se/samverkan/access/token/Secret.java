package se.samverkan.access.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret of a key: 256 random bits after a mark by which scanners find secrets that were published by mistake. It is
 * random enough that a plain SHA-256 is as good a digest as a slow one.
 */
record Secret(String value) {

    static final String MARK = "samverkan_";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int SHOWN = 6;

    static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What people tell keys apart by. */
    String prefix() {
        return value.substring(0, MARK.length() + SHOWN);
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Says nothing: a secret is never written to a log. */
    @Override
    public String toString() {
        return "Secret";
    }
}
