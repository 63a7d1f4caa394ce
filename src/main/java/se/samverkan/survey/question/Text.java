package se.samverkan.survey.question;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Words in as many languages as somebody has written them in. Where a language is missing the Swedish stands in its place,
 * or whatever there is, so that a missing translation blocks nobody.
 *
 * @param words the words by the code of their language, such as {@code sv}; never an empty text
 */
public record Text(Map<String, String> words) {

    private static final String FIRST = "sv";

    /** What is read, and in which language it is, for those who have it read aloud. */
    public record Said(String language, String words) {}

    public Text {
        Map<String, String> written = new TreeMap<>();
        words.forEach((language, text) -> {
            if (!text.isBlank()) {
                written.put(language, text.strip());
            }
        });
        words = written;
    }

    public static Text of(String sv, String en) {
        return new Text(Map.of(FIRST, sv, "en", en));
    }

    /** In a language, or in the one that there is. */
    public Said in(String language) {
        return Stream.of(language, FIRST)
                .filter(words::containsKey)
                .findFirst()
                .or(() -> words.keySet().stream().findFirst())
                .map(found -> new Said(found, words.getOrDefault(found, "")))
                .orElse(new Said(FIRST, ""));
    }

    /** What is written in just this language; empty where nothing is. */
    public String written(String language) {
        return words.getOrDefault(language, "");
    }

    public Set<String> languages() {
        return words.keySet();
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The same with other words in a language. */
    public Text with(String language, String text) {
        Map<String, String> more = new TreeMap<>(words);
        more.put(language, text);
        return new Text(more);
    }
}
