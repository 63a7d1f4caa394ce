package se.samverkan.shared.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
     * @param within what lies under it
     */
    public record Entry(String key, String path, String icon, boolean current, int waiting, List<Entry> within) {

        /** The same, with others under it. */
        public Entry over(List<Entry> others) {
            return new Entry(key, path, icon, current, waiting, List.copyOf(others));
        }

        /** Whether the reader is there or at something that lies under it. */
        public boolean isOpen() {
            return current || within.stream().anyMatch(Entry::isOpen);
        }

        /** What it is alone, and each that lies under it: none twice. */
        Stream<Entry> leaves() {
            boolean named = within.stream().anyMatch(each -> each.path.equals(path));
            return Stream.concat(
                    named ? Stream.empty() : Stream.of(over(List.of())),
                    within.stream().flatMap(Entry::leaves));
        }
    }

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

    /** What a phone shows at the thumb: everything when it is four or fewer, else the first three beside <i>more</i>. */
    public List<Entry> entriesAtThumb() {
        List<Entry> first =
                menu.stream().flatMap(each -> each.leaves().limit(1)).toList();
        return leaves().count() <= ENTRIES_AT_THUMB
                ? leaves().toList()
                : first.stream().limit(ENTRIES_AT_THUMB - 1L).toList();
    }

    /** What a phone folds away under <i>more</i>. */
    public List<Entry> entriesUnderMore() {
        List<Entry> shown = entriesAtThumb();
        return leaves().filter(each -> !shown.contains(each)).toList();
    }

    private Stream<Entry> leaves() {
        return menu.stream().flatMap(Entry::leaves);
    }
}
