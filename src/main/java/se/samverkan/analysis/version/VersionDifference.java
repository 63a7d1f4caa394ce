package se.samverkan.analysis.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.shared.page.WordDifference;
import se.samverkan.shared.page.WordDifference.Change;
import se.samverkan.shared.page.WordDifference.Piece;
import se.samverkan.shared.page.Words;

/**
 * One part, answer or place that differs between two versions.
 *
 * @param key a name that no other has
 * @param heading what it is called, as it is now, or as it was where it is gone
 * @param change whether it was added or removed as a whole; SAME where it was in both
 * @param pieces its words in order
 */
record VersionDifference(String key, String heading, Change change, List<Piece> pieces) {

    /** All that differs, in the order of the later one; what is gone comes last. */
    static List<VersionDifference> between(Frozen before, Frozen after, Words words) {
        Map<String, Said> old = said(before, words);
        Map<String, Said> now = said(after, words);
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(old.keySet());
        List<VersionDifference> differences = new ArrayList<>();
        for (String key : keys) {
            Said was = old.getOrDefault(key, Said.NOTHING);
            Said is = now.getOrDefault(key, Said.NOTHING);
            if (!was.words().equals(is.words())) {
                Change change = was == Said.NOTHING ? Change.ADDED : is == Said.NOTHING ? Change.REMOVED : Change.SAME;
                differences.add(new VersionDifference(
                        key,
                        is == Said.NOTHING ? was.heading() : is.heading(),
                        change,
                        WordDifference.between(was.words(), is.words())));
            }
        }
        return differences;
    }

    private record Said(String heading, String words) {
        static final Said NOTHING = new Said("", "");
    }

    private static Map<String, Said> said(Frozen frozen, Words words) {
        Map<String, Said> said = new LinkedHashMap<>();
        Chain chain = frozen.chain();
        for (Part part : chain.parts()) {
            said.put("part-" + part.id(), new Said(heading(part, words), text(chain, part, words)));
        }
        frozen.order()
                .forEach(place -> said.put(
                        "place-" + place.area(),
                        new Said(
                                words.text("analysis.version.place"),
                                words.text(
                                        "analysis.version.place.text",
                                        place.place(),
                                        chain.find(place.area())
                                                .map(Part::title)
                                                .orElse(""),
                                        place.reason()))));
        frozen.answers()
                .forEach(answer -> said.put("answer-" + answer.key(), new Said(answer.question(), answer.words())));
        return said;
    }

    private static String heading(Part part, Words words) {
        return part.is(PartKind.AREA)
                ? words.text("analysis.area.number", part.number())
                : words.text("analysis.kind." + part.kind());
    }

    private static String text(Chain chain, Part part, Words words) {
        List<String> lines = new ArrayList<>(List.of(part.title()));
        lines.add(part.words());
        lines.add(part.source());
        lines.add(part.sort().isEmpty() ? "" : words.text("analysis.sort." + part.sort()));
        lines.add(part.level().isEmpty() ? "" : words.text("analysis.cause-level." + part.level()));
        String above = chain.above(part.id()).stream().map(Part::title).sorted().collect(Collectors.joining("; "));
        lines.add(above.isEmpty() ? "" : words.text("analysis.version.belongs", above));
        return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
