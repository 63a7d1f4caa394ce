package se.samverkan.organisation.search;

/**
 * How many letters one must change to make one word of another, where two that changed places are one change (optimal
 * string alignment: F. Damerau, <i>A technique for computer detection and correction of spelling errors</i>, 1964).
 */
final class SpellingDistance {

    private SpellingDistance() {}

    /**
     * The share of the typed letters that must change, 0 to 1. The word may go on after what is typed, so the best of
     * its beginnings of about that length counts; that it goes on costs a little, so that whole words come first.
     */
    static double share(String typed, String word) {
        if (typed.isEmpty()) {
            return 1;
        }
        int[] row = distances(typed, word);
        int best = row[word.length()] * 10;
        for (int length = Math.max(1, typed.length() - 1); length < word.length(); length++) {
            best = Math.min(best, row[length] * 10 + 1);
        }
        return Math.min(1, best / 10.0 / typed.length());
    }

    /** The distances from the whole first word to each beginning of the second. */
    private static int[] distances(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
                if (swapped(from, to, i, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last;
    }

    private static boolean swapped(String from, String to, int i, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
