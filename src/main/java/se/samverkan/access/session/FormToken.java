package se.samverkan.access.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * The proof that a form comes from our own page: it names the session it was written in and is sealed, so it lives as
 * long as the session is remembered, whatever the clock says. Written into a page it is masked anew each time, so that
 * its letters cannot be guessed from the size of compressed answers (BREACH).
 */
final class FormToken implements CsrfToken {

    static final String FIELD = "_csrf";
    static final String HEADER = "X-CSRF-TOKEN";

    private static final long serialVersionUID = 1L;
    private static final String PURPOSE = "form";
    private static final String OF_SESSION = "s.";
    private static final String OF_VISITOR = "v.";

    private final transient Supplier<String> value;

    FormToken(Supplier<String> value) {
        this.value = value;
    }

    static String ofSession(SharedSecret secret, UUID handle) {
        return OF_SESSION + handle + "." + Tokens.text(secret.seal(PURPOSE, handle.toString()));
    }

    static String ofVisitor(SharedSecret secret, String cookie) {
        return OF_VISITOR + Tokens.text(secret.seal(PURPOSE, cookie));
    }

    /** The session that a token was sealed for, also when it is no longer the session of the request. */
    static Optional<UUID> sessionOf(SharedSecret secret, String token) {
        int end = token.lastIndexOf('.');
        if (!token.startsWith(OF_SESSION) || end <= OF_SESSION.length()) {
            return Optional.empty();
        }
        try {
            UUID handle = UUID.fromString(token.substring(OF_SESSION.length(), end));
            return same(ofSession(secret, handle), token) ? Optional.of(handle) : Optional.empty();
        } catch (IllegalArgumentException notAHandle) {
            return Optional.empty();
        }
    }

    static String mask(String token) {
        byte[] plain = token.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[plain.length * 2];
        byte[] mask = Tokens.randomBytes(plain.length);
        for (int i = 0; i < plain.length; i++) {
            masked[i] = mask[i];
            masked[plain.length + i] = (byte) (plain[i] ^ mask[i]);
        }
        return Tokens.text(masked);
    }

    /** The token under a mask, or null when there is none that could be one. */
    static @Nullable String unmask(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        try {
            byte[] masked = Base64.getUrlDecoder().decode(sent);
            byte[] plain = new byte[masked.length / 2];
            for (int i = 0; i < plain.length; i++) {
                plain[i] = (byte) (masked[i] ^ masked[plain.length + i]);
            }
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getHeaderName() {
        return HEADER;
    }

    @Override
    public String getParameterName() {
        return FIELD;
    }

    @Override
    public String getToken() {
        return value.get();
    }
}
