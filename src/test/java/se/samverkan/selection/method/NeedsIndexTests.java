package se.samverkan.selection.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.samverkan.selection.method.DrawTests.assertRefusal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samverkan.selection.method.NeedsIndex.Direction;
import se.samverkan.selection.method.NeedsIndex.Part;
import se.samverkan.selection.method.NeedsIndex.Scored;

/** The example of docs/methods/needs-index.md, by hand. */
class NeedsIndexTests {

    /** Mean 200, s = √(800/2) = 20: z is −1, 0 and 1, and a low merit rating is need. */
    private static final Part MERIT =
            new Part("merit", 2, Direction.LOW_IS_NEED, Map.of("A", 180.0, "B", 200.0, "C", 220.0, "away", 900.0));

    /** Mean 15 of A and C, s = √50: z is ±0.707107. */
    private static final Part ABSENCE = new Part("absence", 1, Direction.HIGH_IS_NEED, Map.of("A", 20.0, "C", 10.0));

    private static final List<String> ELIGIBLE = List.of("C", "A", "B");

    @Test
    void sumsWeightTimesDirectionTimesZ() {
        List<Scored> scored = NeedsIndex.of(List.of(MERIT, ABSENCE), ELIGIBLE);

        assertThat(scored).extracting(Scored::id).containsExactly("C", "A", "B");
        assertThat(scored.get(1).index().orElseThrow()).isCloseTo(2 + 0.70710678, within(1e-8));
        assertThat(scored.get(0).index().orElseThrow()).isCloseTo(-2 - 0.70710678, within(1e-8));
        assertThat(scored.get(1).parts().get("merit")).isCloseTo(2, within(1e-12));
        assertThat(scored.get(1).missing()).isEmpty();
    }

    @Test
    void leavesAMissingPartOutReweightsTheRestAndSaysSo() {
        Part low = new Part("merit", 2, Direction.LOW_IS_NEED, Map.of("A", 200.0, "B", 180.0, "C", 220.0));

        Scored withoutAbsence = NeedsIndex.of(List.of(low, ABSENCE), ELIGIBLE).getLast();

        // 2 · 1 of the weight 2 becomes 3 of the whole weight 3.
        assertThat(withoutAbsence.index().orElseThrow()).isCloseTo(3, within(1e-12));
        assertThat(withoutAbsence.missing()).containsExactly("absence");
        assertThat(withoutAbsence.parts()).containsOnlyKeys("merit");
    }

    @Test
    void countsOnlyEligibleUnits() {
        Part withoutTheOther = new Part("merit", 2, Direction.LOW_IS_NEED, Map.of("A", 180.0, "B", 200.0, "C", 220.0));

        assertThat(NeedsIndex.of(List.of(MERIT), ELIGIBLE))
                .isEqualTo(NeedsIndex.of(List.of(withoutTheOther), ELIGIBLE));
    }

    @Test
    void givesAUnitWithoutAnyPartNoIndex() {
        Scored nothing = NeedsIndex.of(List.of(ABSENCE), ELIGIBLE).getLast();

        assertThat(nothing.index()).isEmpty();
        assertThat(nothing.missing()).containsExactly("absence");
    }

    @Test
    void letsWhatIsTheSameForAllDecideNothing() {
        Part same = new Part("same", 5, Direction.HIGH_IS_NEED, Map.of("A", 0.1, "B", 0.1, "C", 0.1));
        Part alone = new Part("alone", 5, Direction.HIGH_IS_NEED, Map.of("A", 9.0));

        assertThat(NeedsIndex.of(List.of(same, alone), ELIGIBLE))
                .allSatisfy(each -> assertThat(each.index().orElseThrow()).isZero());
    }

    @Test
    void doesNotCountNorMissAPartWithoutWeight() {
        Part none = new Part("none", 0, Direction.HIGH_IS_NEED, Map.of());

        assertThat(NeedsIndex.of(List.of(MERIT, none), ELIGIBLE)).isEqualTo(NeedsIndex.of(List.of(MERIT), ELIGIBLE));
    }

    @Test
    void goesIntoADrawWithSixDecimals() {
        assertThat(NeedsIndex.of(List.of(MERIT, ABSENCE), ELIGIBLE).get(1).exact())
                .isEqualByComparingTo("2.707107");
    }

    @Test
    void refusesWeightsThatSumToNothing() {
        assertRefusal(() -> NeedsIndex.of(List.of(), ELIGIBLE), "refusal.needs.no-weight");
        assertRefusal(
                () -> NeedsIndex.of(List.of(new Part("none", 0, Direction.HIGH_IS_NEED, Map.of())), ELIGIBLE),
                "refusal.needs.no-weight");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAWeightThatIsNone(double weight) {
        assertRefusal(
                () -> NeedsIndex.of(
                        List.of(MERIT, new Part("odd", weight, Direction.HIGH_IS_NEED, Map.of())), ELIGIBLE),
                "refusal.needs.weight",
                "odd",
                Double.toString(weight));
    }

    @Test
    void refusesTwinsAndWhatIsNotANumber() {
        assertRefusal(() -> NeedsIndex.of(List.of(MERIT, MERIT), ELIGIBLE), "refusal.needs.twice", "merit");
        assertRefusal(() -> NeedsIndex.of(List.of(MERIT), List.of("A", "A")), "refusal.estimate.twice", "A");
        assertRefusal(
                () -> NeedsIndex.of(
                        List.of(new Part("m", 1, Direction.HIGH_IS_NEED, Map.of("A", Double.NaN))), ELIGIBLE),
                "refusal.estimate.number",
                "A",
                "m",
                "NaN");
    }
}
