package se.samverkan.records.rendition;

import java.text.Normalizer;
import java.util.stream.Collectors;

/**
 * Text on its way into a document. Letters are composed (å, not a with a ring beside it), line breaks are of one kind, and
 * what is no text is left out: control characters and half characters, which XML cannot hold, and the signs that make a
 * line read in another order than it is written, which could let an agreement show something else than it says.
 */
final class Plain {

    private Plain() {}

    /** One line that must say something. */
    static String line(String given, String what) {
        return required(orEmpty(given), what);
    }

    /** Text that must say something and keeps its line breaks. */
    static String lines(String given, String what) {
        String text = clean(given)
                .lines()
                .map(Plain::squeeze)
                .collect(Collectors.joining("\n"))
                .strip();
        return required(text, what);
    }

    /** One line that may be empty. */
    static String orEmpty(String given) {
        return squeeze(clean(given));
    }

    private static String required(String text, String what) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Empty " + what);
        }
        return text;
    }

    private static String squeeze(String text) {
        return text.replaceAll("[ \n]+", " ").strip();
    }

    private static String clean(String given) {
        StringBuilder text = new StringBuilder(given.length());
        Normalizer.normalize(given, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .codePoints()
                .forEach(sign -> {
                    if (isBreak(sign)) {
                        text.append('\n');
                    } else if (sign == '\t') {
                        text.append(' ');
                    } else if (isText(sign)) {
                        text.appendCodePoint(sign);
                    }
                });
        return text.toString();
    }

    private static boolean isBreak(int sign) {
        return sign == '\n' || sign == '\r' || sign == 0x85 || sign == 0x2028 || sign == 0x2029;
    }

    private static boolean isText(int sign) {
        int type = Character.getType(sign);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && (sign & 0xFFFE) != 0xFFFE
                && !(sign >= 0xFDD0 && sign <= 0xFDEF)
                && !turnsReading(sign);
    }

    private static boolean turnsReading(int sign) {
        return sign == 0xFEFF || (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x2069);
    }
}
