package se.samverkan.actionplan.adoption;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samverkan.actionplan.content.Baselines;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanWords;
import se.samverkan.shared.page.WordDifference;
import se.samverkan.shared.page.WordDifference.Change;
import se.samverkan.shared.page.WordDifference.Piece;
import se.samverkan.shared.page.Words;

/**
 * One part that differs between two versions of a plan.
 *
 * @param part its id
 * @param heading what it is called, as it is now, or as it was where it is gone
 * @param change whether it was added or removed as a whole; SAME where it was in both
 * @param pieces its words in order
 */
record PlanDifference(long part, String heading, Change change, List<Piece> pieces) {

    private record Said(String heading, String words) {
        static final Said NOTHING = new Said("", "");
    }

    /** All that differs, in the order of the later one; what is gone comes last. */
    static List<PlanDifference> between(FrozenPlan before, FrozenPlan after, Baselines baselines, Words words) {
        Map<Long, Said> old = said(before, baselines, words);
        Map<Long, Said> now = said(after, baselines, words);
        Set<Long> ids = new LinkedHashSet<>(now.keySet());
        ids.addAll(old.keySet());
        List<PlanDifference> differences = new ArrayList<>();
        for (long id : ids) {
            Said was = old.getOrDefault(id, Said.NOTHING);
            Said is = now.getOrDefault(id, Said.NOTHING);
            if (!was.words().equals(is.words())) {
                differences.add(new PlanDifference(
                        id,
                        is == Said.NOTHING ? was.heading() : is.heading(),
                        was == Said.NOTHING ? Change.ADDED : is == Said.NOTHING ? Change.REMOVED : Change.SAME,
                        WordDifference.between(was.words(), is.words())));
            }
        }
        return differences;
    }

    private static Map<Long, Said> said(FrozenPlan frozen, Baselines baselines, Words words) {
        Map<Long, Said> said = new LinkedHashMap<>();
        PlanParts parts = frozen.plan();
        PlanWords says = new PlanWords(words, parts, frozen.people(), baselines::indicator);
        for (PlanPart part : parts.all()) {
            List<String> lines = new ArrayList<>(List.of(part.title()));
            if (!part.words().isEmpty()) {
                lines.add(part.words());
            }
            PlanField.of(part.kind()).stream()
                    .filter(part::says)
                    .forEach(field ->
                            lines.add(words.text("actionplan.plan-" + field.key()) + ": " + says.says(part, field)));
            said.put(part.id(), new Said(words.text("actionplan.kind." + part.kind()), String.join("\n", lines)));
        }
        return said;
    }
}
