package se.samverkan.programme.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody probably meant: the one with the fewest letters to change (Levenshtein, 1965). */
final class Nearest {

    private Nearest() {}

    static Optional<String> of(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(written, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    private static int distance(String written, String known) {
        String one = written.toLowerCase(Locale.ROOT);
        String other = known.toLowerCase(Locale.ROOT);
        int[] before = new int[other.length() + 1];
        for (int i = 0; i <= other.length(); i++) {
            before[i] = i;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[other.length() + 1];
            now[0] = row;
            for (int i = 1; i <= other.length(); i++) {
                int change = one.charAt(row - 1) == other.charAt(i - 1) ? 0 : 1;
                now[i] = Math.min(Math.min(now[i - 1], before[i]) + 1, before[i - 1] + change);
            }
            before = now;
        }
        return before[other.length()];
    }
}
