package se.samverkan.organisation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody has typed, as questions to the index: every word must be there, each as the beginning of a word or by
 * its stem. The last letters of a word need not be typed yet.
 *
 * @param words the words as typed, in small letters
 * @param stems the stem of each word
 */
record SearchWords(List<String> words, List<String> stems) {

    private static final Pattern NUMBER = Pattern.compile("\\b(\\d{6})-(\\d{4})\\b");
    private static final int MOST_WORDS = 8;
    private static final int SHORTEST_STEM_THAT_BEGINS_WORDS = 5;

    static SearchWords of(String typed) {
        String numbersWhole = NUMBER.matcher(typed).replaceAll("$1$2");
        List<String> words = SwedishText.words(numbersWhole);
        List<String> stems = SwedishText.stems(numbersWhole);
        int most = Math.min(MOST_WORDS, words.size());
        return new SearchWords(words.subList(0, most), stems.subList(0, most));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words with a space between, as a name would be written. */
    String text() {
        return String.join(" ", words);
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
        return java.util.stream.IntStream.range(0, words.size())
                .mapToObj(i -> either(words.get(i), stems.get(i), labels))
                .collect(Collectors.joining(" & "));
    }

    private static String either(String word, String stem, String labels) {
        String begins = quoted(word) + ":*" + labels;
        if (stem.equals(word) || word.startsWith(stem) && stem.length() < SHORTEST_STEM_THAT_BEGINS_WORDS) {
            return stem.equals(word)
                    ? begins
                    : "(" + begins + " | " + quoted(stem) + (labels.isEmpty() ? "" : ":" + labels) + ")";
        }
        return "(" + begins + " | " + quoted(stem) + ":*" + labels + ")";
    }

    private static String quoted(String word) {
        return "'" + word.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
