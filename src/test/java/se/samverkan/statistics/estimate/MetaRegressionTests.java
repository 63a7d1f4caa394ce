package se.samverkan.statistics.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.estimate.MetaRegression.Fit;
import se.samverkan.statistics.estimate.Observed.Table;

/** Against metafor: the files of src/test/resources/estimate are made by the script that lies beside them. */
class MetaRegressionTests {

    @ParameterizedTest
    @ValueSource(strings = {"five", "five-by-chance", "one", "three", "bcg", "bcg-plain"})
    void agreesWithMetafor(String name) throws IOException {
        Fit fit = MetaRegression.fit(Table.read(file(name + ".csv")));

        assertThat(problems(fit, name)).isEmpty();
        assertThat(fit.units()).hasSize(fit.k());
    }

    @ParameterizedTest
    @ValueSource(ints = {1_500, 100_000})
    void agreesWithMetaforOnManyUnitsWithCovariates(int k) throws IOException {
        Fit fit = MetaRegression.fit(InventedUnits.of(k));

        assertThat(fit.k()).isEqualTo(k);
        assertThat(problems(fit, "invented-" + k)).isEmpty();
    }

    @Test
    void leavesASingleUnitAsItIs() {
        Fit fit = MetaRegression.fit(table(observed("A", 0.75, 0.04)));

        assertThat(fit.tau2()).isZero();
        assertThat(fit.i2()).isZero();
        assertThat(fit.coefficients().getFirst().name()).isEqualTo("intercept");
        assertThat(fit.units().getFirst().estimate()).isCloseTo(0.75, within(1e-15));
        assertThat(fit.units().getFirst().se()).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void fitsTwoUnitsAsTheFormulaSays() {
        // Equal variances: REML gives s² − v = (4 − 0)²/2 − 1 = 7, so λ = 7/8 and the mean of 2 has the variance 8/2.
        Fit fit = MetaRegression.fit(table(observed("A", 0, 1), observed("B", 4, 1)));

        assertThat(fit.tau2()).isCloseTo(7, within(1e-9));
        assertThat(fit.i2()).isCloseTo(87.5, within(1e-9));
        assertThat(fit.units().getFirst().estimate()).isCloseTo(0.25, within(1e-9));
        assertThat(fit.units().getFirst().se()).isCloseTo(Math.sqrt(7.0 / 8 + 4.0 / 64), within(1e-9));
    }

    @Test
    void givesTheSameWhateverTheOrderOfTheUnits() {
        List<Observed> units = new ArrayList<>(InventedUnits.of(300).units());
        Fit before = MetaRegression.fit(new Table(List.of("x1", "x2"), units));
        Collections.shuffle(units, new Random(1));
        Fit after = MetaRegression.fit(new Table(List.of("x1", "x2"), units));

        assertThat(after.tau2()).isCloseTo(before.tau2(), within(1e-10));
        assertThat(after.units().getFirst().id()).isEqualTo(units.getFirst().id());
    }

    /** Of likelihoods with two peaks a local search finds the one that it starts near; this one compares them all. */
    @Test
    void findsTheHighestPeakOfTheLikelihood() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            Table table = table(IntStream.range(0, 4)
                    .mapToObj(i -> observed("u" + i, random.nextGaussian() * 3, Math.exp(random.nextGaussian() * 3)))
                    .toArray(Observed[]::new));
            Reml reml = reml(table);
            double found = reml.at(MetaRegression.fit(table).tau2()).logLikelihood();
            double best = IntStream.range(0, 2000)
                    .mapToDouble(i -> i == 0 ? 0 : Math.exp(-14 + i * 0.011))
                    .map(tau2 -> reml.at(tau2).logLikelihood())
                    .max()
                    .orElseThrow();
            assertThat(found).as("round %d", round).isGreaterThanOrEqualTo(best - 1e-9);
        }
    }

    @Test
    void keepsItsDigitsWhenACovariateIsFarFromZero() {
        Table near = InventedUnits.of(500);
        Table far = new Table(
                near.covariates(),
                near.units().stream()
                        .map(unit -> new Observed(
                                unit.id(),
                                unit.y(),
                                unit.v(),
                                List.of(unit.x().getFirst(), unit.x().getLast() + 20_000)))
                        .toList());

        Fit one = MetaRegression.fit(near);
        Fit other = MetaRegression.fit(far);

        assertThat(other.tau2()).isCloseTo(one.tau2(), within(1e-8));
        assertThat(other.coefficients().getLast().estimate())
                .isCloseTo(one.coefficients().getLast().estimate(), within(1e-8));
        assertThat(other.units().get(7).estimate()).isCloseTo(one.units().get(7).estimate(), within(1e-8));
    }

    @Test
    void refusesCollinearCovariatesAndSaysWhich() {
        Table table = new Table(
                List.of("size", "share", "both"),
                IntStream.range(0, 9)
                        .mapToObj(i -> new Observed(
                                "u" + i, i % 4, 1, List.of(i * 1.0, i % 3 * 0.1, 3 + 2.0 * i - 0.7 * (i % 3))))
                        .toList());

        assertRefusal(() -> MetaRegression.fit(table), "refusal.estimate.collinear", "both", "size, share");
    }

    @Test
    void namesOnlyTheCovariatesThatACollinearOneFollowsFrom() {
        Table table = new Table(
                List.of("size", "share", "twice"),
                IntStream.range(0, 9)
                        .mapToObj(i -> new Observed("u" + i, i % 4, 1, List.of(i * 1.0, i % 3 * 0.1, i % 3 * 0.2)))
                        .toList());

        assertRefusal(() -> MetaRegression.fit(table), "refusal.estimate.collinear", "twice", "share");
    }

    @Test
    void refusesACovariateThatIsTheSameForEveryUnit() {
        assertRefusal(
                () -> MetaRegression.fit(Table.read("id,y,v,x\na,1,1,0.1\nb,2,1,0.1\nc,3,1,0.1\n".getBytes())),
                "refusal.estimate.constant",
                "x");
    }

    @Test
    void refusesAsManyCoefficientsAsUnits() {
        assertRefusal(
                () -> MetaRegression.fit(Table.read("id,y,v,x\na,1,1,0\nb,2,1,1\n".getBytes())),
                "refusal.estimate.too-few",
                2,
                2);
        assertRefusal(
                () -> MetaRegression.fit(Table.read("id,y,v,x\na,1,1,0\n".getBytes())),
                "refusal.estimate.too-few",
                1,
                2);
        assertRefusal(() -> MetaRegression.fit(table()), "refusal.estimate.too-few", 0, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NEGATIVE_INFINITY})
    void refusesAVarianceThatIsNotAboveZero(double v) {
        assertRefusal(
                () -> MetaRegression.fit(table(observed("A", 1, 1), observed("B", 1, v))),
                "refusal.estimate.variance",
                "B",
                Double.toString(v));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNotANumber(double bad) {
        assertRefusal(
                () -> MetaRegression.fit(table(observed("A", 1, 1), observed("B", bad, 1))),
                "refusal.estimate.number",
                "B",
                "y",
                Double.toString(bad));
        assertRefusal(
                () -> MetaRegression.fit(table(observed("A", 1, bad), observed("B", 1, 1))),
                "refusal.estimate.number",
                "A",
                "v",
                Double.toString(bad));
        assertRefusal(
                () -> MetaRegression.fit(new Table(
                        List.of("x"),
                        List.of(
                                new Observed("A", 1, 1, List.of(0.0)),
                                new Observed("B", 1, 1, List.of(1.0)),
                                new Observed("C", 1, 1, List.of(bad))))),
                "refusal.estimate.number",
                "C",
                "x",
                Double.toString(bad));
    }

    @Test
    void refusesAUnitThatStandsTwice() {
        assertRefusal(
                () -> MetaRegression.fit(table(observed("A", 1, 1), observed("A", 2, 1))),
                "refusal.estimate.twice",
                "A");
    }

    @Test
    void refusesACovariateWithTheNameOfTheIntercept() {
        assertRefusal(
                () -> MetaRegression.fit(Table.read("id,y,v,intercept\na,1,1,0\nb,2,1,1\nc,2,1,3\n".getBytes())),
                "refusal.list.column-twice",
                "intercept");
    }

    @Test
    void saysThatNumbersBeyondTheMachineCannotBeComputedWith() {
        assertRefusal(
                () -> MetaRegression.fit(table(observed("A", 1e300, 1), observed("B", -1e300, 1), observed("C", 1, 1))),
                "refusal.estimate.range");
        assertRefusal(
                () -> MetaRegression.fit(
                        table(observed("A", 1, 1e-320), observed("B", 2, 1e-320), observed("C", 1, 1))),
                "refusal.estimate.range");
    }

    /** Generous, for machines that others use too; the yardsticks are in docs/benchmarks.md. */
    @Test
    void growsWithTheUnitsAndNotWithTheirSquare() {
        MetaRegression.fit(InventedUnits.of(20_000));
        double small = seconds(InventedUnits.of(20_000));
        double large = seconds(InventedUnits.of(160_000));

        assertThat(large).isLessThan(30 * Math.max(small, 0.02));
    }

    private static double seconds(Table table) {
        return IntStream.range(0, 3)
                .mapToDouble(i -> {
                    long start = System.nanoTime();
                    MetaRegression.fit(table);
                    return (System.nanoTime() - start) / 1e9;
                })
                .min()
                .orElseThrow();
    }

    private static Observed observed(String id, double y, double v) {
        return new Observed(id, y, v, List.of());
    }

    private static Table table(Observed... units) {
        return new Table(List.of(), List.of(units));
    }

    private static Reml reml(Table table) {
        double[][] none = new double[table.units().size()][0];
        return new Reml(
                Basis.of(List.of(), none).rows(),
                table.units().stream().mapToDouble(Observed::y).toArray(),
                table.units().stream().mapToDouble(Observed::v).toArray());
    }

    /** Every expected value that is not met to eight digits. */
    private static List<String> problems(Fit fit, String name) throws IOException {
        List<String> problems = new ArrayList<>();
        String expected = new String(file(name + ".expected.csv"), java.nio.charset.StandardCharsets.UTF_8);
        for (String line : expected.lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            double[] found = switch (cells[0]) {
                case "tau2" -> new double[] {fit.tau2()};
                case "i2" -> new double[] {fit.i2()};
                case "coefficient" ->
                    fit.coefficients().stream()
                            .filter(each -> each.name().equals(cells[1]))
                            .mapMulti((MetaRegression.Coefficient each, java.util.function.Consumer<Double> into) -> {
                                into.accept(each.estimate());
                                into.accept(each.se());
                            })
                            .mapToDouble(Double::doubleValue)
                            .toArray();
                default ->
                    fit.units().stream()
                            .filter(each -> each.id().equals(cells[1]))
                            .mapMulti((Estimate each, java.util.function.Consumer<Double> into) -> {
                                into.accept(each.estimate());
                                into.accept(each.se());
                            })
                            .mapToDouble(Double::doubleValue)
                            .toArray();
            };
            for (int i = 0; i < found.length; i++) {
                double wanted = Double.parseDouble(cells[2 + i].strip());
                if (!(Math.abs(found[i] - wanted) <= 1e-8 * Math.max(Math.abs(wanted), 1e-3))) {
                    problems.add(line + " but found " + found[i]);
                }
            }
            if (found.length == 0) {
                problems.add(line + " but found nothing");
            }
        }
        return problems;
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file = MetaRegressionTests.class.getResourceAsStream("/estimate/" + name)) {
            return file.readAllBytes();
        }
    }

    static void assertRefusal(ThrowingCallable doing, String reason, Object... details) {
        assertThatThrownBy(doing).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.details()).containsExactly(details);
        });
    }
}
