package se.samverkan.shared.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a template knows about the request around it: who reads, in which language and colours, and the way there.
 *
 * <p>Every template takes one as {@code page}. Words come from it: {@code ${page.text("unit.title", name)}}.
 *
 * @param words the messages in the reader's language
 * @param path the path of the request with its query, for links back
 * @param mode light, dark or auto
 * @param who the name of the person signed in, or null
 * @param menu the entries of the menu that this person may use
 * @param demonstration whether everything here is invented
 * @param csrf the token that a form must send back
 */
public record Page(
        Words words,
        String path,
        String mode,
        @Nullable String who,
        List<Entry> menu,
        boolean demonstration,
        Csrf csrf) {

    /**
     * One entry of the menu.
     *
     * @param key the key of its words
     * @param path where it leads
     * @param icon the name of its icon
     * @param current whether the reader is there
     */
    public record Entry(String key, String path, String icon, boolean current) {}

    /**
     * The proof that a form comes from our own page.
     *
     * @param field the name of the hidden field
     * @param token its value
     */
    public record Csrf(String field, String token) {}

    public Locale locale() {
        return words.locale();
    }

    public String language() {
        return words.locale().getLanguage();
    }

    /** The sentence of a key, with its details put in. */
    public String text(String key, Object... details) {
        return words.text(key, details);
    }
}
