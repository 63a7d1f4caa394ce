package se.samverkan.programme.variant;

import java.util.Locale;
import se.samverkan.shared.Bilingual;

/**
 * Words of a variant in both languages of the system. Where the English is not written the Swedish stands in its place, so
 * that a missing translation blocks nobody.
 *
 * @param sv the Swedish, never empty
 * @param en the English, empty where nobody has written it
 */
public record Text(String sv, String en) implements Bilingual {

    @Override
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") && !en.isBlank() ? en : sv;
    }
}
