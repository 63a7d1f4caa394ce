package se.samverkan.evaluation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import se.samverkan.evaluation.method.MaskedBounds.Range;

/** What an effect can be when figures are masked: worked by hand, and by rounds in which the effect is known. */
class MaskedTests {

    private static final Offset<Double> NINE_DIGITS = within(1e-9);

    @Test
    void boundsAreAsWideAsWhatIsMasked() {
        MaskedBounds bounds =
                MaskedBounds.ofPairs(List.of(Range.of(2), Range.of(4), new Range(-100, 100), Range.of(6)));

        assertThat(bounds.lower()).isEqualTo(-22);
        assertThat(bounds.upper()).isEqualTo(28);
        assertThat(bounds.masked()).isEqualTo(1);
        assertThat(bounds.from()).isLessThan(-22);
        assertThat(bounds.to()).isGreaterThan(28);
    }

    @Test
    void isTheUsualIntervalWhereNothingIsMasked() {
        MaskedBounds bounds = MaskedBounds.ofPairs(List.of(Range.of(3), Range.of(5), Range.of(1), Range.of(7)));

        assertThat(bounds.lower()).isEqualTo(4);
        assertThat(bounds.upper()).isEqualTo(4);
        assertThat(bounds.to()).isCloseTo(4 + 1.959964 * Math.sqrt(20.0 / 12), within(1e-5));
    }

    @Test
    void reachesLessFarBeyondWideBoundsAsImbensAndManskiShow() {
        assertThat(MaskedBounds.reach(0)).isCloseTo(1.959964, within(1e-6));
        assertThat(MaskedBounds.reach(100)).isCloseTo(1.644854, within(1e-6));
    }

    @Test
    void boundsOfGroupsAreThoseOfTheirMeans() {
        MaskedBounds bounds = MaskedBounds.ofGroups(
                List.of(Range.of(10), new Range(0, 20)), List.of(Range.of(4), new Range(2, 6), Range.of(4)));

        assertThat(bounds.lower()).isCloseTo(5 - 14.0 / 3, NINE_DIGITS);
        assertThat(bounds.upper()).isCloseTo(15 - 10.0 / 3, NINE_DIGITS);
        assertThat(bounds.masked()).isEqualTo(2);
    }

    @Test
    void allMaskedStillGivesBoundsAndNeverNaN() {
        MaskedBounds bounds = MaskedBounds.ofPairs(List.of(new Range(-100, 100), new Range(-100, 100)));

        assertThat(bounds).isEqualTo(new MaskedBounds(-100, 100, -100, 100, 2));
        assertThatThrownBy(() -> MaskedBounds.ofPairs(List.of())).hasMessageContaining("few-bounds");
    }

    /** Low figures are masked, as small and weak schools' are: the naive mean is off and the bounds are not. */
    @Test
    void holdsTheEffectWhereWhatIsMaskedIsNotAsTheRest() {
        int held = 0;
        for (int round = 0; round < 400; round++) {
            Random random = new Random(round);
            List<Range> differences = new ArrayList<>();
            for (int pair = 0; pair < 60; pair++) {
                double difference = Math.clamp(5 + random.nextGaussian() * 20, -100, 100);
                differences.add(difference < -15 ? new Range(-100, 100) : Range.of(difference));
            }
            MaskedBounds bounds = MaskedBounds.ofPairs(differences);
            held += bounds.from() <= 5 && bounds.to() >= 5 ? 1 : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo(380);
    }

    /** Lee's bounds by hand: 8 of 10 told of those offered and 6 of 10 of the others, so a quarter of the 8 is trimmed. */
    @Test
    void trimsTheGroupWithMoreOutcomesFromEitherEnd() {
        Trimming trimming = Trimming.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 10, new double[] {2, 2, 2, 2, 2, 2}, 10);

        assertThat(trimming.trimmed()).isCloseTo(0.25, NINE_DIGITS);
        assertThat(trimming.lower()).isCloseTo(3.5 - 2, NINE_DIGITS);
        assertThat(trimming.upper()).isCloseTo(5.5 - 2, NINE_DIGITS);
    }

    @Test
    void trimsTheOthersWhereThoseOfferedAreMaskedMore() {
        Trimming trimming = Trimming.of(new double[] {5, 5}, 4, new double[] {1, 2, 3, 4}, 4);

        assertThat(trimming.lower()).isCloseTo(5 - 3.5, NINE_DIGITS);
        assertThat(trimming.upper()).isCloseTo(5 - 1.5, NINE_DIGITS);
    }

    @Test
    void trimsAPartOfAnOutcomeWhereTheBorderCutsThroughIt() {
        Trimming trimming = Trimming.of(new double[] {0, 10}, 2, new double[] {0, 0, 0}, 4);

        assertThat(trimming.trimmed()).isCloseTo(0.25, NINE_DIGITS);
        assertThat(trimming.lower()).isCloseTo(0.5 * 10 / 1.5, NINE_DIGITS);
        assertThatThrownBy(() -> Trimming.of(new double[0], 3, new double[] {1}, 3))
                .hasMessageContaining("all-masked");
    }
}
