package se.samverkan.programme;

import java.util.Locale;

/**
 * A programme variant (programvariant) as other rooms and pages see it.
 *
 * @param key what stands in addresses and in other rooms' rows
 * @param swedish what it is called in Swedish
 * @param english what it is called in English
 * @param newest the version that new partnerships begin with: the newest published one
 */
public record VariantView(String key, String swedish, String english, int newest) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? english : swedish;
    }
}
