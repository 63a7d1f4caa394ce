package se.samverkan.organisation.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Texts of other rooms as a Swede hears them: the words to keep beside a text, and what somebody typed as a question to them. In a text å,
 * ä and ö are letters of their own and nothing else; only names forgive who has no å on the keyboard.
 */
public final class TextIndex {

    private static final int MOST_ALIKE = 40;
    private static final int SHORTEST_ALIKE = 4;

    private TextIndex() {}

    /** A tsvector: the words of the title and of what follows it, each as written and as its stem; the title's weigh more. */
    public static String vector(String title, String text) {
        Map<String, Character> labels = new LinkedHashMap<>();
        label(labels, title, 'A');
        label(labels, text, 'D');
        return labels.entrySet().stream()
                .map(word -> SearchEntry.quoted(word.getKey()) + ":1" + word.getValue())
                .collect(Collectors.joining(" "));
    }

    private static void label(Map<String, Character> labels, String text, char label) {
        for (SwedishText.Word word : SwedishText.words(text)) {
            labels.putIfAbsent(word.word(), label);
            labels.putIfAbsent(word.stem(), label);
        }
    }

    /** A tsquery: every word that was typed, as the beginning of a word or by its stem; empty where no word was typed. */
    public static String query(String typed) {
        return SearchWords.of(typed).everywhere();
    }

    /** A tsquery: any of the longer words of a text, by their stems, in a title; empty where the text has none. */
    public static String anyOf(String text) {
        return stems(text).stream()
                .limit(MOST_ALIKE)
                .map(stem -> SearchEntry.quoted(stem) + ":A")
                .collect(Collectors.joining(" | "));
    }

    /** The stems of the longer words of a text, each once, in its order. */
    public static List<String> stems(String text) {
        return SwedishText.words(text).stream()
                .filter(word -> word.word().length() >= SHORTEST_ALIKE)
                .map(SwedishText.Word::stem)
                .distinct()
                .toList();
    }

    /** The longer words of a text whose stems are among these, as they are written, each once. */
    public static List<String> wordsWithStems(String text, Set<String> stems) {
        return SwedishText.words(text).stream()
                .filter(word -> word.word().length() >= SHORTEST_ALIKE && stems.contains(word.stem()))
                .map(SwedishText.Word::word)
                .distinct()
                .toList();
    }
}
