package se.samverkan.reporting.publication;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.samverkan.shared.PersonalNumbers;

/**
 * What in a text may be about a single person: a personal identity number, a way to reach somebody, or what looks like a name.
 * A name is looked for as two or more words in a row with a capital letter first, of which none is a word of an organisation's
 * or a school's name; so it finds too much rather than too little, and asks rather than forbids.
 *
 * @param number whether what may be a personal identity number stands in it
 * @param contact whether a mail address or a telephone number does
 * @param names what looks like names
 */
record Cautions(boolean number, boolean contact, List<String> names) {

    private static final int MOST_NAMES = 10;
    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?(?: (?:von |af |de )?\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?){1,4}");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}\\.[\\w.]+");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<!\\d)(?:\\+46|0)[ -]?\\d{1,3}[ /-]?(?:\\d{2,3}[ -]?){2,3}(?!\\d)");

    /**
     * What stands in a text.
     *
     * @param known names that are nobody's, such as those of the schools and the organisers concerned
     */
    static Cautions of(String text, Stream<String> known) {
        Set<String> nobody = new LinkedHashSet<>();
        known.flatMap(name -> Stream.of(name.split("[ -]"))).forEach(nobody::add);
        List<String> names = NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> Stream.of(name.split("[ -]")).noneMatch(nobody::contains))
                .distinct()
                .limit(MOST_NAMES)
                .toList();
        return new Cautions(
                PersonalNumbers.areIn(text),
                MAIL.matcher(text).find() || TELEPHONE.matcher(text).find(),
                names);
    }

    boolean isAny() {
        return number || contact || !names.isEmpty();
    }
}
