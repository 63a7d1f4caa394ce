package se.samverkan.programme.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.samverkan.programme.file.Difference.Kind;
import se.samverkan.programme.file.VariantChecking.Checked;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;

/** A variant that inherits: what becomes of the two, and back again to what differs. */
class VariantMergeTests {

    private static final String HEAD = "key: norr\ninherits: {variant: ksbs, version: 1}\n";

    @Test
    void saysWhatItsParentSaysWhereItSaysNothing() {
        Variant norr = variant(HEAD);
        assertThat(norr.key()).isEqualTo("norr");
        assertThat(norr.phases()).isEqualTo(Tree.variant(Files.shipped("ksbs")).phases());
    }

    @Test
    void putsGroupsTogetherFieldByField() {
        Variant norr = variant(HEAD + "entry: {daysToAnswer: 10}\n");
        assertThat(norr.entry().daysToAnswer()).isEqualTo(10);
        assertThat(norr.entry().approvals()).hasSize(2);
    }

    @Test
    void putsListsTogetherByTheirKeysInTheParentsOrder() {
        Variant norr = variant(HEAD + "phases:\n  - {key: follow-up, terms: 4}\n  - {key: plan, removed: true}\n");
        assertThat(norr.phases()).extracting(Phase::key).containsExactly("analysis", "follow-up");
        assertThat(norr.phases().getLast().terms()).isEqualTo(4);
        assertThat(norr.phases().getLast().steps()).hasSize(3);
    }

    @Test
    void placesANewOneWhereItSays() {
        String phase = "name: Ny, purpose: Ny., terms: 1, steps: [{key: s, name: S, role: STAFF, levels: [SCHOOL],"
                + " help: H., askRole: ANALYST}]}\n";
        assertThat(variant(HEAD + "phases:\n  - {key: x, after: analysis, " + phase)
                        .phases())
                .extracting(Phase::key)
                .containsExactly("analysis", "x", "plan", "follow-up");
        assertThat(variant(HEAD + "phases:\n  - {key: x, first: true, " + phase).phases())
                .extracting(Phase::key)
                .containsExactly("x", "analysis", "plan", "follow-up");
        assertThat(variant(HEAD + "phases:\n  - {key: x, " + phase).phases())
                .extracting(Phase::key)
                .containsExactly("analysis", "plan", "follow-up", "x");
    }

    @Test
    void replacesWordsInBothLanguagesSoThatNoOldTranslationStays() {
        assertThat(variant(HEAD + "name: KSBS Norr\n").name().en()).isEmpty();
    }

    @Test
    void tellsWhenItTakesAwayWhatIsNotThere() {
        assertThat(Files.check(HEAD + "phases:\n  - {key: gone, removed: true}\n")
                        .complaints())
                .extracting(Complaint::rule, Complaint::line)
                .containsExactly(org.assertj.core.api.Assertions.tuple("removes-nothing", 4));
    }

    /** Whatever somebody has done to a whole, what differs from the parent makes that whole again. */
    @Test
    void makesTheSameWholeOfWhatDiffers() {
        Random random = new Random(7);
        Map<String, Object> parent = Files.shipped("sbs");
        for (int i = 0; i < 200; i++) {
            Map<String, Object> whole = shaken(Shapes.variant(), parent, random);
            whole.put("key", "norr");
            Map<String, Object> own = Delta.of(parent, whole);
            List<Complaint> complaints = new ArrayList<>();
            assertThat(Inheritance.whole(parent, own, complaints::add)).isEqualTo(whole);
            assertThat(complaints).isEmpty();
        }
    }

    /** The same with things taken away, moved, changed and added, here and there. */
    private static Map<String, Object> shaken(Shape.Group shape, Map<String, Object> group, Random random) {
        Map<String, Object> shaken = new LinkedHashMap<>();
        for (Shape.Part part : shape.parts()) {
            Object value = group.get(part.name());
            shaken.put(
                    part.name(),
                    switch (part.shape()) {
                        case Shape.Things things -> things(things.each(), Tree.things(value), random);
                        case Shape.Group inner -> shaken(inner, Tree.map(value), random);
                        case Shape.Words words
                        when random.nextInt(10) == 0 -> Tree.words("Ändrat " + random.nextInt(), "");
                        default -> value;
                    });
        }
        return shaken;
    }

    private static List<Map<String, Object>> things(Shape.Group each, List<Map<String, Object>> things, Random random) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> thing : things) {
            if (random.nextInt(6) > 0) {
                all.add(random.nextInt(3) == 0 ? shaken(each, thing, random) : thing);
            }
        }
        if (!things.isEmpty() && random.nextInt(3) == 0) {
            Map<String, Object> more = new LinkedHashMap<>(things.getFirst());
            more.put(each.identity(), "n" + random.nextInt(1_000_000));
            all.add(random.nextInt(all.size() + 1), more);
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(all, random);
        }
        return all;
    }

    @Test
    void tellsWhatDiffersWithTheWayToIt() {
        Map<String, Object> before = Files.shipped("ksbs");
        Map<String, Object> after = new HashMap<>(Files.check(HEAD
                        + "phases:\n  - {key: plan, removed: true}\n  - {key: analysis, terms: 1}\nlightMode: true\n")
                .whole());
        List<Difference> differences = Differences.between(before, after);
        assertThat(differences)
                .extracting(Difference::path, Difference::kind)
                .contains(
                        org.assertj.core.api.Assertions.tuple("lightMode", Kind.CHANGED),
                        org.assertj.core.api.Assertions.tuple("phases/plan", Kind.REMOVED),
                        org.assertj.core.api.Assertions.tuple("phases/analysis/terms", Kind.CHANGED));
        assertThat(differences).hasSize(3);
    }

    @Test
    void tellsNothingOfTwoThatSayTheSame() {
        assertThat(Differences.between(Files.shipped("sbs"), Files.shipped("sbs")))
                .isEmpty();
    }

    private static Variant variant(String text) {
        Checked checked = Files.check(text);
        return Tree.variant(checked.whole());
    }
}
