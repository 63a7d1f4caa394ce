package se.samverkan.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Swedish personal identity numbers (personnummer) and coordination numbers (samordningsnummer) in free text, with ten or
 * twelve digits, with or without a sign between. They are told from other numbers by their date and their check digit
 * (Luhn; folkbokföringslagen 1991:481, 18 §), so that the number of an organisation or a school unit is none. About one in
 * ten other numbers of that shape has a right check digit by chance: ask the person, do not forbid.
 */
public final class PersonalNumbers {

    private static final Pattern SHAPE =
            Pattern.compile("(?<!\\d)(?:18|19|20)?(\\d{2}(\\d{2})(\\d{2}))[-+\\u2010-\\u2013 ]?(\\d{4})(?!\\d)");
    private static final int COORDINATION = 60;

    private PersonalNumbers() {}

    /** Whether there is at least one in the text. */
    public static boolean areIn(String text) {
        Matcher found = SHAPE.matcher(text);
        return found.results()
                .anyMatch(each -> isDate(Integer.parseInt(each.group(2)), Integer.parseInt(each.group(3)))
                        && hasRightCheckDigit(each.group(1) + each.group(4)));
    }

    private static boolean isDate(int month, int day) {
        int ordinary = day > COORDINATION ? day - COORDINATION : day;
        return month >= 1 && month <= 12 && ordinary >= 1 && ordinary <= 31;
    }

    private static boolean hasRightCheckDigit(String tenDigits) {
        int sum = 0;
        for (int place = 0; place < tenDigits.length(); place++) {
            int doubled = (tenDigits.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0;
    }
}
