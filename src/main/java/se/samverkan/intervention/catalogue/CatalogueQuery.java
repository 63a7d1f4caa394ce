package se.samverkan.intervention.catalogue;

import java.util.Arrays;
import se.samverkan.organisation.search.TextIndex;

/**
 * What somebody looks for in the catalogues; empty is any.
 *
 * @param text words of the title or the description, as typed
 * @param theme the name of a theme
 * @param level the name of a level
 * @param form the code of a school form
 * @param provider what stands in a provider's address
 */
public record CatalogueQuery(String text, String theme, String level, String form, String provider) {

    /** A theme or level that there is none of is any. */
    public CatalogueQuery {
        theme = known(theme, Theme.values());
        level = known(level, ActingLevel.values());
    }

    private static String known(String name, Enum<?>[] values) {
        return Arrays.stream(values).anyMatch(each -> each.name().equals(name)) ? name : "";
    }

    /** What was typed, as a question to the words that are kept. */
    String asked() {
        return TextIndex.query(text);
    }

    public boolean isEmpty() {
        return text.isBlank() && theme.isEmpty() && level.isEmpty() && form.isEmpty() && provider.isEmpty();
    }
}
