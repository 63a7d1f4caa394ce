package se.samverkan.agreement.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.page.WordDifference;
import se.samverkan.shared.page.WordDifference.Change;
import se.samverkan.shared.page.WordDifference.Piece;

/** How two texts of an agreement differ, clause by clause and word by word. */
public final class TextDifference {

    private TextDifference() {}

    /**
     * One clause or intervention, as it was and as it became.
     *
     * @param key its key
     * @param heading its heading, as it is now, or as it was where it is gone
     * @param change whether it was added or removed as a whole; SAME where it was in both
     * @param pieces its words in order
     */
    public record Part(String key, String heading, Change change, List<Piece> pieces) {

        /** The whole as it was (REMOVED) or as it became (ADDED); null where there was nothing. */
        @Nullable
        String as(Change side) {
            String words = pieces.stream()
                    .filter(piece -> piece.change() == Change.SAME || piece.change() == side)
                    .map(Piece::words)
                    .collect(Collectors.joining());
            return words.isEmpty() ? null : words;
        }

        public boolean isChanged() {
            return change != Change.SAME || pieces.stream().anyMatch(piece -> piece.change() != Change.SAME);
        }
    }

    /**
     * Every clause of either text, in the order of the later one, those that are gone after them.
     *
     * @param sentence how an intervention is written as one line of text
     */
    public static List<Part> between(
            AgreementText before, AgreementText after, Function<AgreementText.AgreedIntervention, String> sentence) {
        List<Part> parts = new ArrayList<>();
        for (String key : keys(after.clauses(), before.clauses(), AgreementText.Clause::key)) {
            parts.add(part(
                    key,
                    before.clause(key)
                            .map(clause -> new Said(clause.heading(), clause.heading() + "\n" + clause.words())),
                    after.clause(key)
                            .map(clause -> new Said(clause.heading(), clause.heading() + "\n" + clause.words()))));
        }
        for (String key : keys(after.interventions(), before.interventions(), AgreementText.AgreedIntervention::key)) {
            parts.add(part(
                    key,
                    before.intervention(key).map(each -> new Said(each.what(), sentence.apply(each))),
                    after.intervention(key).map(each -> new Said(each.what(), sentence.apply(each)))));
        }
        return parts;
    }

    private record Said(String heading, String words) {}

    private static <T> Set<String> keys(List<T> first, List<T> then, Function<T, String> key) {
        Set<String> keys = new LinkedHashSet<>();
        Stream.of(first, then).flatMap(List::stream).map(key).forEach(keys::add);
        return keys;
    }

    private static Part part(String key, Optional<Said> before, Optional<Said> after) {
        Change change = before.isEmpty() ? Change.ADDED : after.isEmpty() ? Change.REMOVED : Change.SAME;
        String heading = after.or(() -> before).map(Said::heading).orElse("");
        return new Part(
                key,
                heading,
                change,
                WordDifference.between(
                        before.map(Said::words).orElse(""),
                        after.map(Said::words).orElse("")));
    }
}
