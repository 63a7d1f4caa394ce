package se.samverkan.organisation.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One name that people look for, with all that it can be found by.
 *
 * @param kind SCHOOL, PRESCHOOL, ORGANISER or MUNICIPALITY
 * @param ref what stands in its address
 * @param name its name
 * @param place where it lies
 * @param around what else stands beside it, such as the name of its organiser
 * @param numbers its code or number, found as a word of the name
 * @param weight what is big comes first among those that match alike
 */
record SearchEntry(String kind, String ref, String name, String place, String around, String numbers, float weight) {

    /** Shorter words are not corrected. */
    static final int SHORTEST_WORD = 3;

    /** What is shown beside the name. */
    String context() {
        return around.isEmpty() || place.isEmpty() ? place + around : place + ", " + around;
    }

    /** The name as its words in small letters, to be compared with what is typed. */
    String said() {
        return SwedishText.words(name).stream().map(SwedishText.Word::word).collect(Collectors.joining(" "));
    }

    /** Every word of it without rings and dots, as a misspelled one may have meant it. */
    Stream<String> vocabulary() {
        return SwedishText.words(name + " " + context()).stream()
                .map(word -> SwedishText.fold(word.word()))
                .filter(word -> word.length() >= SHORTEST_WORD);
    }

    /**
     * The words as PostgreSQL reads them, labelled A for the name's own, B for the name's without rings and dots, C and D
     * the same for what stands around it. All at one position, since their order is not asked for.
     */
    String words() {
        Map<String, Character> labels = new LinkedHashMap<>();
        label(labels, name + " " + numbers, 'A', 'B');
        label(labels, context(), 'C', 'D');
        return labels.entrySet().stream()
                .map(word -> quoted(word.getKey()) + ":1" + word.getValue())
                .collect(Collectors.joining(" "));
    }

    private static void label(Map<String, Character> labels, String text, char own, char folded) {
        List<SwedishText.Word> words = SwedishText.words(text);
        for (SwedishText.Word word : words) {
            labels.putIfAbsent(word.word(), own);
            labels.putIfAbsent(word.stem(), own);
        }
        for (SwedishText.Word word : words) {
            labels.putIfAbsent(SwedishText.fold(word.word()), folded);
            labels.putIfAbsent(SwedishText.fold(word.stem()), folded);
        }
    }

    /** A word as PostgreSQL reads it in a tsvector or a tsquery, whatever letters it has. */
    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
