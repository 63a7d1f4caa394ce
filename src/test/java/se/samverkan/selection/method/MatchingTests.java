package se.samverkan.selection.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.samverkan.selection.method.DrawTests.assertRefusal;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;
import se.samverkan.selection.method.Matching.Alone;
import se.samverkan.selection.method.Matching.Match;
import se.samverkan.selection.method.Matching.Reason;
import se.samverkan.selection.method.Matching.Result;

/** The example of docs/methods/matching.md by hand, and the distance against the covariance inverted by Hipparchus. */
class MatchingTests {

    private static final OptionalDouble NO_CALIPER = OptionalDouble.empty();
    private static final List<String> ONE = List.of("x");

    /** Values 0, 4, 1, 5, 10: mean 4, Σ(x − 4)² = 62, s = √15.5 = 3.937004. */
    private static final List<Profile> OFFERED = List.of(profile("B", "F", 4), profile("A", "F", 0));

    private static final List<Profile> POOL =
            List.of(profile("r", "F", 10), profile("q", "F", 5), profile("p", "F", 1));

    @Test
    void picksTheNearestByStandardisedDistance() {
        Result result = Matching.nearest(ONE, OFFERED, POOL, NO_CALIPER);

        assertThat(result.matches()).extracting(Match::unit).containsExactly("A", "B");
        assertThat(result.matches()).extracting(Match::comparison).containsExactly("p", "q");
        assertThat(result.matches().getFirst().distance()).isCloseTo(1 / 3.937004, within(1e-6));
        assertThat(result.alone()).isEmpty();
    }

    @Test
    void usesEachComparisonUnitOnceAndTakesTheNearestPairFirst() {
        List<Profile> offered = List.of(profile("A", "F", 0), profile("B", "F", 2));
        List<Profile> pool = List.of(profile("p", "F", 1.5), profile("q", "F", 9));

        assertThat(Matching.nearest(ONE, offered, pool, NO_CALIPER).matches())
                .extracting(Match::unit, Match::comparison)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", "q"), org.assertj.core.groups.Tuple.tuple("B", "p"));
    }

    @Test
    void letsIdsDecideBetweenEqualDistancesWhateverTheOrder() {
        List<Profile> offered = List.of(profile("B", "F", 0), profile("A", "F", 0));
        List<Profile> pool = List.of(profile("ö", "F", 1), profile("q", "F", 1), profile("z", "F", -7));

        Result result = Matching.nearest(ONE, offered, pool, NO_CALIPER);

        assertThat(result.matches()).extracting(Match::unit).containsExactly("A", "B");
        assertThat(result.matches()).extracting(Match::comparison).containsExactly("q", "ö");
        assertThat(Matching.nearest(ONE, offered.reversed(), pool.reversed(), NO_CALIPER))
                .isEqualTo(result);
    }

    @Test
    void neverCrossesAStratum() {
        List<Profile> pool = List.of(profile("p", "G", 0), profile("q", "F", 5), profile("r", "G", 3));

        Result result = Matching.nearest(ONE, OFFERED, pool, NO_CALIPER);

        assertThat(result.matches()).extracting(Match::comparison).containsExactly("q");
        assertThat(result.matches()).extracting(Match::unit).containsExactly("B");
        assertThat(result.alone()).containsExactly(new Alone("A", Reason.NOBODY_LEFT));
    }

    @Test
    void leavesAUnitAloneWhenAllLieBeyondTheCaliper() {
        List<Profile> pool = List.of(profile("q", "F", 5), profile("r", "F", 10));

        Result result = Matching.nearest(ONE, OFFERED, pool, OptionalDouble.of(0.5));

        assertThat(result.matches()).extracting(Match::unit).containsExactly("B");
        assertThat(result.alone()).containsExactly(new Alone("A", Reason.TOO_FAR));
    }

    @Test
    void takesAPairAtTheCaliperItself() {
        Result without = Matching.nearest(ONE, OFFERED, POOL, NO_CALIPER);

        assertThat(Matching.nearest(
                                ONE,
                                OFFERED,
                                POOL,
                                OptionalDouble.of(without.matches().getLast().distance()))
                        .matches())
                .contains(without.matches().getLast());
    }

    @Test
    void saysWhoLacksAValueAndPassesOverThoseInThePool() {
        List<Profile> offered = List.of(profile("A", "F", 0), new Profile("B", "F", Map.of("other", 1.0)));
        List<Profile> pool = List.of(new Profile("o", "F", Map.of()), profile("p", "F", 1), profile("q", "F", 5));

        Result result = Matching.nearest(ONE, offered, pool, NO_CALIPER);

        assertThat(result.matches()).extracting(Match::comparison).containsExactly("p");
        assertThat(result.alone()).containsExactly(new Alone("B", Reason.NO_VALUE));
    }

    @Test
    void leavesEverybodyAloneWithoutAPool() {
        assertThat(Matching.nearest(ONE, OFFERED, List.of(), NO_CALIPER).alone())
                .containsExactly(new Alone("A", Reason.NOBODY_LEFT), new Alone("B", Reason.NOBODY_LEFT));
    }

    @Test
    void measuresMahalanobisDistanceWithinStrata() {
        List<String> names = List.of("index", "result", "size");
        Random random = new Random(4);
        List<Profile> units = IntStream.range(0, 40)
                .mapToObj(i -> {
                    double index = random.nextGaussian();
                    return new Profile(
                            "u" + i,
                            i % 2 == 0 ? "F" : "G",
                            Map.of(
                                    "index", index + i % 2 * 50,
                                    "result", 200 - 20 * index + random.nextGaussian() * 9,
                                    "size", 300 + random.nextInt(500) * 1.0));
                })
                .toList();
        RealMatrix inverse = inverseWithinStrata(names, units);

        Result result = Matching.nearest(names, units.subList(0, 6), units.subList(6, 40), NO_CALIPER);

        assertThat(result.matches()).hasSize(6).allSatisfy(match -> {
            double[] difference = names.stream()
                    .mapToDouble(name -> unit(units, match.unit()).value(name)
                            - unit(units, match.comparison()).value(name))
                    .toArray();
            double squared = MatrixUtils.createRealVector(difference)
                    .dotProduct(inverse.operate(MatrixUtils.createRealVector(difference)));
            assertThat(match.distance()).isCloseTo(Math.sqrt(squared), within(1e-9));
        });
    }

    private static RealMatrix inverseWithinStrata(List<String> names, List<Profile> units) {
        RealMatrix sum = MatrixUtils.createRealMatrix(names.size(), names.size());
        for (String stratum : List.of("F", "G")) {
            double[][] rows = units.stream()
                    .filter(unit -> unit.stratum().equals(stratum))
                    .map(unit -> names.stream().mapToDouble(unit::value).toArray())
                    .toArray(double[][]::new);
            sum = sum.add(new Covariance(rows).getCovarianceMatrix().scalarMultiply(rows.length - 1));
        }
        return new LUDecomposition(sum.scalarMultiply(1.0 / (units.size() - 2)))
                .getSolver()
                .getInverse();
    }

    @Test
    void refusesCovariatesThatFollowFromEachOtherAndSaysWhich() {
        List<Profile> pool = IntStream.range(0, 6)
                .mapToObj(i -> new Profile("p" + i, "F", Map.of("x", i * 1.0, "twice", i * 2.0 + 3, "flat", 7.0)))
                .toList();
        assertRefusal(
                () -> Matching.nearest(List.of("x", "twice"), pool.subList(0, 1), pool.subList(1, 6), NO_CALIPER),
                "refusal.estimate.collinear",
                "twice",
                "x");
        assertRefusal(
                () -> Matching.nearest(List.of("flat"), pool.subList(0, 1), pool.subList(1, 6), NO_CALIPER),
                "refusal.estimate.constant",
                "flat");
    }

    @Test
    void refusesTwinsTooFewAndWhatIsNotANumber() {
        assertRefusal(() -> Matching.nearest(ONE, OFFERED, OFFERED, NO_CALIPER), "refusal.estimate.twice", "B");
        assertRefusal(
                () -> Matching.nearest(ONE, OFFERED.subList(0, 1), POOL.subList(0, 1), NO_CALIPER),
                "refusal.matching.too-few",
                2,
                1);
        assertRefusal(
                () -> Matching.nearest(ONE, OFFERED, List.of(profile("n", "F", Double.NaN)), NO_CALIPER),
                "refusal.estimate.number",
                "n",
                "x",
                "NaN");
    }

    @Test
    void tellsTheBalanceBeforeAndAfter() {
        // Offered 0 and 4: mean 2, variance 8. Pool 1, 5, 10: mean 5.333333, variance 20.333333. s = √14.166667 =
        // 3.763863.
        // After: comparison units 1 and 5, mean 3, variance 8.
        Result result = Matching.nearest(ONE, OFFERED, POOL, NO_CALIPER);

        Balance balance = Balance.of(ONE, OFFERED, POOL, result).getFirst();

        assertThat(balance.covariate()).isEqualTo("x");
        assertThat(balance.before().offered()).hasValue(2);
        assertThat(balance.before().others().orElseThrow()).isCloseTo(16 / 3.0, within(1e-12));
        assertThat(balance.before().difference().orElseThrow()).isCloseTo(-3.333333 / 3.763863, within(1e-6));
        assertThat(balance.before().varianceRatio().orElseThrow()).isCloseTo(8 / 20.333333, within(1e-6));
        assertThat(balance.after().others()).hasValue(3);
        assertThat(balance.after().difference().orElseThrow()).isCloseTo(-1 / 3.763863, within(1e-6));
        assertThat(balance.after().varianceRatio().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void tellsNoBalanceWhereThereIsNoSpread() {
        List<Profile> one = List.of(profile("A", "F", 1));
        List<Profile> other = List.of(profile("p", "F", 1), profile("q", "F", 1));

        Balance balance =
                Balance.of(ONE, one, other, new Result(List.of(), List.of())).getFirst();

        assertThat(balance.before().difference()).isEmpty();
        assertThat(balance.before().varianceRatio()).isEmpty();
        assertThat(balance.after().offered()).isEmpty();
    }

    private static Profile unit(List<Profile> units, String id) {
        return units.stream().filter(unit -> unit.id().equals(id)).findFirst().orElseThrow();
    }

    private static Profile profile(String id, String stratum, double x) {
        return new Profile(id, stratum, Map.of("x", x));
    }
}
