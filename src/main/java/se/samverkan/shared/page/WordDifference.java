package se.samverkan.shared.page;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How two texts differ word by word: the differences of a sequence of words by Myers (An O(ND) difference algorithm, 1986), by
 * the library java-diff-utils.
 */
public final class WordDifference {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)|(?=\\s)|(?<=[.,;:!?()])|(?=[.,;:!?()])");

    private WordDifference() {}

    /** What became of a piece of text. */
    public enum Change {
        SAME,
        REMOVED,
        ADDED
    }

    /** A run of words that had the same fate. */
    public record Piece(Change change, String words) {}

    /** The words of both in order, with what became of each run of them. */
    public static List<Piece> between(String before, String after) {
        List<String> old = split(before);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, split(after)).getDeltas()) {
            Chunk<String> removed = delta.getSource();
            append(pieces, Change.SAME, old.subList(at, removed.getPosition()));
            append(pieces, Change.REMOVED, removed.getLines());
            append(pieces, Change.ADDED, delta.getTarget().getLines());
            at = removed.getPosition() + removed.size();
        }
        append(pieces, Change.SAME, old.subList(at, old.size()));
        return pieces;
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(BETWEEN_WORDS.split(text));
    }

    private static void append(List<Piece> pieces, Change change, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(change, String.join("", words)));
        }
    }
}
