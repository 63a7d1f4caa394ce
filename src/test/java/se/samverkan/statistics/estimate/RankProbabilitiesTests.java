package se.samverkan.statistics.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.samverkan.statistics.estimate.MetaRegressionTests.assertRefusal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samverkan.statistics.estimate.RankProbabilities.Need;
import se.samverkan.statistics.estimate.RankProbabilities.Probability;

class RankProbabilitiesTests {

    private static final List<Estimate> COUNTRY = IntStream.range(0, 1_700)
            .mapToObj(i -> new Estimate("s" + i, 200 + i * 7919 % 1_000 / 10.0, 5 + i % 7))
            .toList();

    @Test
    void isTheNormalDistributionForTwoUnits() {
        // P(A > B) with A ~ N(1, 0.6²), B ~ N(0, 0.8²) is Φ(1) = 0.841345; four standard errors of 10,000 draws:
        // 0.0146.
        List<Probability> two =
                RankProbabilities.of(List.of(new Estimate("A", 1, 0.6), new Estimate("B", 0, 0.8)), 1, Need.HIGHEST, 7);

        assertThat(two.getFirst().probability()).isCloseTo(0.841345, within(0.0146));
        assertThat(two.getFirst().probability() + two.getLast().probability()).isEqualTo(1.0);
    }

    @Test
    void sumsToThePlaces() {
        double sum = RankProbabilities.of(COUNTRY, 86, Need.LOWEST, 1).stream()
                .mapToDouble(Probability::probability)
                .sum();

        assertThat(sum).isCloseTo(86, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void isTheSameOnAnyNumberOfCores(int cores) throws Exception {
        List<Probability> here = RankProbabilities.of(COUNTRY, 86, Need.LOWEST, 42);
        try (ForkJoinPool pool = new ForkJoinPool(cores)) {
            List<Probability> there = pool.submit(() -> RankProbabilities.of(COUNTRY, 86, Need.LOWEST, 42))
                    .get();
            assertThat(there).isEqualTo(here);
        }
    }

    @Test
    void isTheSameWhateverTheOrderOfTheUnitsAndInTheirOrder() {
        List<Estimate> shuffled = new ArrayList<>(COUNTRY);
        Collections.shuffle(shuffled, new Random(3));

        List<Probability> found = RankProbabilities.of(shuffled, 86, Need.LOWEST, 42);

        assertThat(found)
                .extracting(Probability::id)
                .isEqualTo(shuffled.stream().map(Estimate::id).toList());
        assertThat(found).containsExactlyInAnyOrderElementsOf(RankProbabilities.of(COUNTRY, 86, Need.LOWEST, 42));
    }

    @Test
    void isAnotherDrawWithAnotherSeed() {
        assertThat(RankProbabilities.of(COUNTRY, 86, Need.LOWEST, 42))
                .isNotEqualTo(RankProbabilities.of(COUNTRY, 86, Need.LOWEST, 43));
    }

    @Test
    void isCertainWithoutErrorsAndGoesByIdWhereEqual() {
        List<Estimate> units = List.of(
                new Estimate("b", 2, 0), new Estimate("a", 2, 0), new Estimate("c", 3, 0), new Estimate("d", 1, 0));

        assertThat(RankProbabilities.of(units, 2, Need.HIGHEST, 1))
                .extracting(Probability::probability)
                .containsExactly(0.0, 1.0, 1.0, 0.0);
        assertThat(RankProbabilities.of(units, 2, Need.LOWEST, 1))
                .extracting(Probability::probability)
                .containsExactly(0.0, 1.0, 0.0, 1.0);
    }

    @Test
    void putsEverybodyAmongAsManyPlacesAsThereAreUnits() {
        assertThat(RankProbabilities.of(COUNTRY.subList(0, 5), 9, Need.HIGHEST, 1))
                .allSatisfy(each -> assertThat(each.probability()).isEqualTo(1.0));
    }

    @Test
    void drawsNormalNumbers() {
        NormalStream stream = new NormalStream(11);
        double[] drawn =
                IntStream.range(0, 1_000_000).mapToDouble(i -> stream.next()).toArray();
        double mean = java.util.Arrays.stream(drawn).average().orElseThrow();
        double square = java.util.Arrays.stream(drawn).map(x -> x * x).average().orElseThrow();
        double beyondTwo =
                java.util.Arrays.stream(drawn).filter(x -> Math.abs(x) > 2).count() / 1e6;

        assertThat(mean).isCloseTo(0, within(0.004));
        assertThat(square).isCloseTo(1, within(0.006));
        assertThat(beyondTwo).isCloseTo(0.0455, within(0.001));
    }

    /**
     * Recomputed in Python from docs/methods/rank-probabilities.md alone. That SplitMix64 gives 6457827717110365317 first
     * for the seed 1234567 is what its published implementations give.
     */
    @Test
    void isWhatAnotherProgramComputesFromThePaper() {
        NormalStream stream = new NormalStream(1234567);
        assertThat(new java.util.SplittableRandom(1234567).nextLong()).isEqualTo(6457827717110365317L);
        assertThat(stream.next()).isCloseTo(-0.48024295503152287, within(1e-15));
        assertThat(stream.next()).isCloseTo(-1.0454218558291988, within(1e-15));
        assertThat(stream.next()).isCloseTo(0.21006674945905973, within(1e-15));

        List<Estimate> units = List.of(new Estimate("C", 0.5, 1), new Estimate("B", 0, 0.8), new Estimate("A", 1, 0.6));
        assertThat(RankProbabilities.of(units, 2, Need.HIGHEST, 7))
                .containsExactly(
                        new Probability("C", 0.6709), new Probability("B", 0.4142), new Probability("A", 0.9149));
    }

    @Test
    void refusesNoPlaceTwinsAndWhatIsNotANumber() {
        Estimate fine = new Estimate("a", 1, 1);
        assertRefusal(() -> RankProbabilities.of(List.of(fine), 0, Need.HIGHEST, 1), "refusal.estimate.places", 0);
        assertRefusal(
                () -> RankProbabilities.of(List.of(fine, fine), 1, Need.HIGHEST, 1), "refusal.estimate.twice", "a");
        assertRefusal(
                () -> RankProbabilities.of(List.of(new Estimate("b", 1, -1)), 1, Need.HIGHEST, 1),
                "refusal.estimate.spread",
                "b",
                "1.0",
                "-1.0");
        assertRefusal(
                () -> RankProbabilities.of(List.of(new Estimate("b", Double.NaN, 1)), 1, Need.HIGHEST, 1),
                "refusal.estimate.spread",
                "b",
                "NaN",
                "1.0");
    }
}
