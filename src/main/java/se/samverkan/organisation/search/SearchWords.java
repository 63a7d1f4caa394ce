package se.samverkan.organisation.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody has typed, as questions to the index: every word must be there, each as the beginning of a word or by
 * its stem. The last letters of a word need not be typed yet.
 *
 * @param words the words as typed, in small letters, with their stems
 */
record SearchWords(List<SwedishText.Word> words) {

    private static final Pattern NUMBER = Pattern.compile("\\b(\\d{6})-(\\d{4})\\b");
    private static final int MOST_LETTERS = 200;
    private static final int MOST_WORDS = 8;
    private static final int SHORTEST_STEM_THAT_BEGINS_WORDS = 5;

    static SearchWords of(String typed) {
        String start = typed.substring(0, Math.min(typed.length(), MOST_LETTERS));
        String numbersWhole = NUMBER.matcher(start).replaceAll("$1$2");
        return new SearchWords(
                SwedishText.words(numbersWhole).stream().limit(MOST_WORDS).toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words with a space between, as a name would be written. */
    String text() {
        return words.stream().map(SwedishText.Word::word).collect(Collectors.joining(" "));
    }

    /** Each word without rings and dots, to compare misspellings with. */
    List<String> folded() {
        return words.stream().map(word -> SwedishText.fold(word.word())).toList();
    }

    /** Every word somewhere: in the name or in what stands around it, with or without its rings and dots. */
    String everywhere() {
        return labelled("");
    }

    /** Every word in the name, with the letters that were typed. */
    String inName() {
        return labelled("A");
    }

    /** Every word in the name, rings and dots or not. */
    String inNameFolded() {
        return labelled("AB");
    }

    private String labelled(String labels) {
        return words.stream().map(word -> either(word, labels)).collect(Collectors.joining(" & "));
    }

    /** A short stem must be the whole of a word's stem; else <i>skolan</i> would find all that begins with skol. */
    private static String either(SwedishText.Word word, String labels) {
        String begins = SearchEntry.quoted(word.word()) + ":*" + labels;
        if (word.stem().equals(word.word())) {
            return begins;
        }
        String star = word.stem().length() < SHORTEST_STEM_THAT_BEGINS_WORDS ? "" : "*";
        String how = (star + labels).isEmpty() ? "" : ":" + star + labels;
        return "(" + begins + " | " + SearchEntry.quoted(word.stem()) + how + ")";
    }
}
