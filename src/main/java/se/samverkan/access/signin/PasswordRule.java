package se.samverkan.access.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long, and none that everybody tries first. Which letters it has is its owner's business
 * (NIST SP 800-63B, 3.1.1.2: a minimum length and a list of common ones, no rules of composition).
 */
@Component
class PasswordRule {

    static final int SHORTEST = 12;

    /** What bcrypt can take in, in bytes; the rest would be cut off in silence. */
    static final int LONGEST = 72;

    private final Set<String> common;

    PasswordRule() {
        try {
            String list =
                    new ClassPathResource("access/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8);
            this.common = list.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why this password is refused, as a key of the message files, or nothing when it will do. */
    Optional<String> refuse(String password, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("sign-in.password.short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("sign-in.password.long");
        }
        String plain = password.toLowerCase(Locale.ROOT).strip();
        boolean guessed = common.contains(plain) || plain.equals(email.toLowerCase(Locale.ROOT));
        return guessed ? Optional.of("sign-in.password.common") : Optional.empty();
    }
}
