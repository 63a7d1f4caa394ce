package se.samverkan.shared.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
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
 * @param assets where style sheets, scripts and fonts lie
 */
public record Page(
        Words words,
        String path,
        String mode,
        @Nullable String who,
        List<Entry> menu,
        boolean demonstration,
        Csrf csrf,
        Assets assets) {

    private static final int ENTRIES_AT_THUMB = 4;

    /**
     * One entry of the menu.
     *
     * @param key the key of its words
     * @param path where it leads
     * @param icon the name of its icon
     * @param current whether the reader is there
     * @param waiting how much waits there for the reader, 0 where nothing does
     */
    public record Entry(String key, String path, String icon, boolean current, int waiting) {}

    /**
     * The proof that a form comes from our own page. It is made when a form asks for it, so that a visitor who reads a page
     * without a form gets no cookie for one.
     *
     * @param field the name of the hidden field
     * @param proof gives its value
     */
    public record Csrf(String field, Supplier<String> proof) {

        /** One whose value is known. */
        public Csrf(String field, String token) {
            this(field, () -> token);
        }

        public String token() {
            return proof.get();
        }
    }

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

    /** The path of this page as the value of a parameter, such as {@code /sign-in?next=…}. */
    public String pathAsParameter() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** The address of a style sheet, script, picture or font, such as {@code assets/mark.svg}. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** What a phone shows at the thumb: everything when it is four or fewer, else three beside <i>more</i>. */
    public List<Entry> entriesAtThumb() {
        return menu.size() <= ENTRIES_AT_THUMB ? menu : menu.subList(0, ENTRIES_AT_THUMB - 1);
    }

    /** What a phone folds away under <i>more</i>. */
    public List<Entry> entriesUnderMore() {
        return menu.subList(entriesAtThumb().size(), menu.size());
    }
}
