package se.samverkan.evaluation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samverkan.evaluation.method.GroupTime.Answer;
import se.samverkan.evaluation.method.Sensitivity.Estimate;
import se.samverkan.evaluation.method.Sensitivity.Level;
import se.samverkan.evaluation.method.Sensitivity.Reach;

/** Against the formulae in R (panel.R), against what is known, and by rounds in which the drift is known. */
class SensitivityTests {

    private static final Offset<Double> EIGHT_DIGITS = within(1e-8);
    private static final String[] PLAIN = {"unit", "period", "outcome", "treated_from"};
    private static final String[] ALL = {"unit", "period", "outcome", "treated_from", "cluster", "weight"};

    @Test
    void agreesWithTheFormulaeInR() {
        agrees("never", GroupTime.of(Files.with("panel.csv", PLAIN), Control.NEVER, 0, 1));
        agrees("clustered", GroupTime.of(Files.with("panel.csv", ALL), Control.NOTYET, 0, 1));
    }

    private static void agrees(String wanted, Answer answer) {
        PreTrends before = Objects.requireNonNull(answer.preTrends());
        Sensitivity sensitivity = Objects.requireNonNull(answer.sensitivity());
        for (String[] row : Files.rows("sensitivity.expected.csv")) {
            if (!row[0].equals(wanted)) {
                continue;
            }
            double one = Double.parseDouble(row[3]);
            double two = Double.parseDouble(row[4]);
            if (row[1].equals("pretrends")) {
                assertThat(before.df()).isEqualTo(Integer.parseInt(row[2]));
                assertThat(before.statistic()).isCloseTo(one, within(1e-7));
                assertThat(before.p()).isCloseTo(two, EIGHT_DIGITS);
            } else {
                Level level = sensitivity.levels().stream()
                        .filter(each -> each.m() == Double.parseDouble(row[2]))
                        .findFirst()
                        .orElseThrow();
                Reach reach = row[1].equals("first") ? level.first() : level.average();
                assertThat(reach.lower()).as(String.join(" ", row)).isCloseTo(one, EIGHT_DIGITS);
                assertThat(reach.upper()).as(String.join(" ", row)).isCloseTo(two, EIGHT_DIGITS);
            }
        }
    }

    /** Without chance the interval is the identified set of the paper: the effect ± M times the largest step. */
    @Test
    void isTheIdentifiedSetWhereNothingVaries() {
        Sensitivity sure = Objects.requireNonNull(
                Sensitivity.of(List.of(sure(0.5), sure(-1)), List.of(sure(3), sure(5), sure(7))));

        assertThat(sure.largestStep()).isEqualTo(1);
        assertThat(at(sure, 2).first()).isEqualTo(new Reach(1, 5));
        // The mean of three is off by d1 + 2/3 d2 + 1/3 d3: two largest steps.
        assertThat(at(sure, 1).average()).isEqualTo(new Reach(3, 7));
        assertThat(sure.breakdownFirst()).isCloseTo(3, within(0.011));
        assertThat(sure.breakdownAverage()).isCloseTo(2.5, within(0.011));
    }

    private static Estimate sure(double value) {
        return new Estimate(value, new double[1]);
    }

    private static Level at(Sensitivity sensitivity, double m) {
        return sensitivity.levels().stream()
                .filter(level -> level.m() == m)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isTheUsualIntervalWhereNoDriftIsAllowed() {
        Answer answer = GroupTime.of(Files.with("panel.csv", PLAIN), Control.NEVER, 0, 1);
        Reach none = at(Objects.requireNonNull(answer.sensitivity()), 0).average();

        assertThat(none.lower())
                .isCloseTo(Objects.requireNonNull(answer.overall().dynamic().lower()), EIGHT_DIGITS);
        assertThat(none.upper())
                .isCloseTo(Objects.requireNonNull(answer.overall().dynamic().upper()), EIGHT_DIGITS);
    }

    @Test
    void saysNothingWithoutAStepBeforeTheStart() {
        assertThat(Sensitivity.of(List.of(), List.of(sure(1)))).isNull();
        assertThat(PreTrends.of(new double[0], new double[0][])).isNull();
    }

    @Test
    void hasNoBreakdownWhereTheEffectIsNotTold() {
        Sensitivity unsure =
                Objects.requireNonNull(Sensitivity.of(List.of(sure(0.1)), List.of(new Estimate(1, new double[] {1}))));

        assertThat(unsure.breakdownFirst()).isNull();
    }

    /** The drift goes on after the start exactly as far as M allows, the hardest case: still 95 of 100 intervals hold the effect. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void holdsTheEffectWhereTheDriftIsAsLargeAsIsAllowed(double m) {
        int held = 0;
        int rounds = 400;
        for (int round = 0; round < rounds; round++) {
            Answer answer = GroupTime.of(panel(new Random(1000 + round), 1, m), Control.NEVER, 0, 1);
            Reach reach = at(Objects.requireNonNull(answer.sensitivity()), m).first();
            if (reach.lower() <= 2 && reach.upper() >= 2) {
                held++;
            }
        }
        assertThat(held).isGreaterThanOrEqualTo((int) (0.93 * rounds));
    }

    /** Thirty units of each sort over five periods; those who start drift by {@code step} before and {@code m} steps after; the effect is 2. */
    private static byte[] panel(Random random, double step, double m) {
        List<String> rows = new ArrayList<>(List.of("unit,period,outcome,treated_from"));
        for (int unit = 0; unit < 60; unit++) {
            boolean starts = unit < 30;
            double drift = 0;
            for (int period = 1; period <= 5; period++) {
                boolean after = period >= 4;
                drift += period == 1 ? 0 : period == 3 ? 0 : after ? m * step : step;
                double outcome = random.nextGaussian() * 2 + (starts ? drift + (after ? 2 : 0) : 0);
                rows.add("u%d,%d,%s,%s".formatted(unit, period, outcome, starts ? "4" : ""));
            }
        }
        return Files.bytes(String.join("\n", rows));
    }
}
