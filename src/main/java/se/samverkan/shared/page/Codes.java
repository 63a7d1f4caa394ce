package se.samverkan.shared.page;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;

/** The codes of links: eight signs that cannot be guessed, and can be typed from a screen without mistaking one for another. */
@NamedInterface("code")
public final class Codes {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {}

    public static String random() {
        return RANDOM.ints(LENGTH, 0, SIGNS.length())
                .mapToObj(place -> String.valueOf(SIGNS.charAt(place)))
                .collect(Collectors.joining());
    }
}
