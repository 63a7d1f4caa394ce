package se.samverkan.organisation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One name that people look for, with all that it can be found by.
 *
 * @param kind SCHOOL, PRESCHOOL, ORGANISER or MUNICIPALITY
 * @param ref what stands in its address
 * @param name its name
 * @param place where it lies, which a misspelling may name as well
 * @param around what else stands beside it, such as the name of its organiser
 * @param numbers its code or number, found as a word of the name
 * @param weight what is big comes first among those that match alike
 */
record SearchEntry(String kind, String ref, String name, String place, String around, String numbers, float weight) {

    /** What is shown beside the name. */
    String context() {
        return around.isEmpty() || place.isEmpty() ? place + around : place + ", " + around;
    }

    /** What misspellings are compared with. */
    String folded() {
        return SwedishText.fold(name + " " + place);
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
        for (SwedishText.Word word : SwedishText.words(text)) {
            labels.putIfAbsent(word.word(), own);
            labels.putIfAbsent(word.stem(), own);
        }
        for (SwedishText.Word word : SwedishText.words(text)) {
            labels.putIfAbsent(SwedishText.fold(word.word()), folded);
            labels.putIfAbsent(SwedishText.fold(word.stem()), folded);
        }
    }

    /** A word as PostgreSQL reads it in a tsvector or a tsquery, whatever letters it has. */
    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
