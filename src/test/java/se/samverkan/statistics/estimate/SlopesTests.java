package se.samverkan.statistics.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import se.samverkan.statistics.estimate.Slopes.Fit;
import se.samverkan.statistics.estimate.Slopes.Point;
import se.samverkan.statistics.estimate.Slopes.Series;

/** Against metafor: the values come from src/test/resources/estimate/trend.R. */
class SlopesTests {

    private static final Offset<Double> SIX_DIGITS = within(1e-6);

    private static final List<Series> FIVE = List.of(
            series("A", 1, shares(2020, 80, 50, 2021, 76, 50, 2022, 70, 50, 2023, 71, 50, 2024, 62, 50)),
            series("B", 1, shares(2020, 60, 25, 2021, 90, 10, 2022, 55, 20)),
            series("C", 1, shares(2020, 95, 120, 2022, 84, 110, 2023, 97, 130, 2024, 85, 125)),
            series("D", 1, shares(2021, 100, 20, 2022, 100, 20, 2023, 100, 20)),
            series("E", 1, shares(2020, 40, 30, 2021, 46, 32, 2022, 58, 28, 2023, 61, 35, 2024, 70, 31)));

    @Test
    void agreesWithMetaforWhereFiguresVaryBeyondChance() {
        Fit fit = Slopes.fit(FIVE);

        assertThat(fit.freedom()).isEqualTo(10);
        assertThat(fit.between()).isCloseTo(11.89421700936854, SIX_DIGITS);
        assertThat(fit.reach()).isCloseTo(2.22813885198627, SIX_DIGITS);
        is(fit.slopes().get(0), "A", -4.1, 2.288873456733);
        is(fit.slopes().get(1), "B", -1.876007993725, 7.609346308975);
        is(fit.slopes().get(2), "C", -1.509056408282, 1.471697563130);
        is(fit.slopes().get(3), "D", 0, 3.469994020843);
        is(fit.slopes().get(4), "E", 7.488931722820, 3.024722954116);
    }

    @Test
    void agreesWithMetaforWhereChanceExplainsAll() {
        Fit fit = Slopes.fit(FIVE.stream()
                .map(unit -> new Series(
                        unit.id(),
                        unit.points().stream()
                                .map(point -> new Point(point.x(), point.y(), 8 * point.v()))
                                .toList()))
                .toList());

        assertThat(fit.between()).isZero();
        is(fit.slopes().get(2), "C", -1.500530120482, 2.540150815541);
        is(fit.slopes().get(4), "E", 7.487224433400, 7.978928892759);
    }

    @Test
    void agreesWithTheWeightedLineOfOneUnitAlone() {
        Fit fit = Slopes.fit(List.of(series("A", 1, shares(2022, 70, 40, 2023, 65, 40, 2024, 62, 40))));

        assertThat(fit.between()).isZero();
        assertThat(fit.reach()).isCloseTo(12.70620473617469, SIX_DIGITS);
        is(fit.slopes().getFirst(), "A", -4, 5.30866691782828);
    }

    @Test
    void turnsRoundWithTheSignOfTheFigures() {
        Fit fit = Slopes.fit(FIVE);
        Fit other = Slopes.fit(FIVE.stream()
                .map(unit -> new Series(
                        unit.id(),
                        unit.points().stream()
                                .map(point -> new Point(point.x(), 100 - point.y(), point.v()))
                                .toList()))
                .toList());

        assertThat(other.between()).isCloseTo(fit.between(), SIX_DIGITS);
        for (int place = 0; place < FIVE.size(); place++) {
            assertThat(other.slopes().get(place).estimate())
                    .isCloseTo(-fit.slopes().get(place).estimate(), SIX_DIGITS);
        }
    }

    @Test
    void refusesWhatHasNoLine() {
        for (List<Point> points : List.of(
                List.of(new Point(2022, 1, 1), new Point(2023, 1, 1)),
                List.of(new Point(2022, 1, 1), new Point(2022, 2, 1), new Point(2023, 1, 1)),
                List.of(new Point(2022, 1, 0), new Point(2023, 2, 1), new Point(2024, 1, 1)))) {
            assertThatThrownBy(() -> new Series("A", points)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Slopes.fit(List.of()).slopes()).isEmpty();
    }

    @Test
    void isLinearInTheNumberOfUnits() {
        List<Series> many = IntStream.range(0, 20_000)
                .mapToObj(unit -> series("U" + unit, unit, FIVE.get(unit % 5).points()))
                .toList();

        Fit fit = Assertions.assertTimeout(Duration.ofSeconds(2), () -> Slopes.fit(many));

        assertThat(fit.reach()).as("with many units the normal distribution's").isCloseTo(1.96, within(1e-3));
        assertThat(fit.slopes()).hasSize(20_000);
    }

    private static void is(Estimate slope, String id, double estimate, double error) {
        assertThat(slope.id()).isEqualTo(id);
        assertThat(slope.estimate()).isCloseTo(estimate, SIX_DIGITS);
        assertThat(slope.se()).isCloseTo(error, SIX_DIGITS);
    }

    /** Year, share in per cent, pupils, and again; the variance at the unit's own mean. */
    private static List<Point> shares(double... told) {
        double all = 0;
        double sum = 0;
        for (int place = 0; place < told.length; place += 3) {
            all += told[place + 2];
            sum += told[place + 1] * told[place + 2];
        }
        List<Point> points = new ArrayList<>();
        for (int place = 0; place < told.length; place += 3) {
            double v = 10_000 * ShareVariance.of(sum / all / 100, (int) told[place + 2]);
            points.add(new Point(told[place], told[place + 1], v));
        }
        return points;
    }

    private static Series series(String id, double shift, List<Point> points) {
        return new Series(
                id,
                points.stream()
                        .map(point -> new Point(point.x(), point.y() + shift, point.v()))
                        .toList());
    }
}
