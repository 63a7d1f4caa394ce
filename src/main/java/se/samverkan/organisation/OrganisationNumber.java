package se.samverkan.organisation;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * What the number of an organisation tells about it, and how it is written.
 *
 * <p>The number of a legal person has a third digit of at least 2, so that it cannot be mistaken for a personal identity
 * number, whose third and fourth digits are a month (lagen om identitetsbeteckning för juridiska personer, 1974:174).
 * A sole trader's organisation number <i>is</i> a personal identity number.
 */
public final class OrganisationNumber {

    private static final Pattern TEN_OR_TWELVE_DIGITS = Pattern.compile("(?:\\d{2})?(\\d{6})(\\d{4})");
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";
    private static final int LETTERS_OF_A_KEY = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OrganisationNumber() {}

    /** Whether the number is somebody's personal identity number, in its ten or its twelve digits. */
    public static boolean isPersonal(String number) {
        var digits = TEN_OR_TWELVE_DIGITS.matcher(number.replace("-", ""));
        return digits.matches() && digits.group(1).charAt(2) < '2';
    }

    /** As people write it: {@code 212000-0142}. */
    public static String written(String number) {
        var digits = TEN_OR_TWELVE_DIGITS.matcher(number);
        return digits.matches() ? digits.group(1) + "-" + digits.group(2) : number;
    }

    /** Letters that say nothing, to stand in addresses and logs where a number may not; no vowels, so no words. */
    public static String keyThatSaysNothing() {
        var key = new StringBuilder(LETTERS_OF_A_KEY);
        RANDOM.ints(LETTERS_OF_A_KEY, 0, LETTERS.length()).forEach(i -> key.append(LETTERS.charAt(i)));
        return key.toString();
    }
}
