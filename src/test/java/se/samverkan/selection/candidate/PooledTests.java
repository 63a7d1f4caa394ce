package se.samverkan.selection.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import se.samverkan.selection.candidate.Pooled.Year;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Figure.Exact;
import se.samverkan.statistics.Figure.Masked;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/** What the published figures of some years say together. */
class PooledTests {

    private static final Breakdown SCIENCE = new Breakdown("PROGRAMME", "NA");
    private static final Breakdown CARE = new Breakdown("PROGRAMME", "VO");

    @Test
    void weighsYearsByTheirCohorts() {
        Pooled pooled = Pooled.of(List.of(year(2024, 60, 30), year(2023, 90, 10)), true);

        assertThat(pooled.value().getAsDouble()).isEqualTo(67.5);
        assertThat(pooled.cohort()).hasValue(40);
        assertThat(pooled.assumed()).isFalse();
        assertThat(pooled.variance().getAsDouble()).isCloseTo(0.675 * 0.325 / 40 * 10_000, within(1e-9));
    }

    @Test
    void letsTheNearestKnownCohortStandForAYearWithoutOneAndSaysSo() {
        Pooled pooled = Pooled.of(List.of(year(2024, 60, 30), year(2023, 90, 0)), true);

        assertThat(pooled.value().getAsDouble()).isEqualTo(75);
        assertThat(pooled.cohort()).hasValue(60);
        assertThat(pooled.assumed()).isTrue();
    }

    @Test
    void tellsNoChanceWhereNoCohortIsPublished() {
        Pooled pooled = Pooled.of(List.of(year(2024, 60, 0), year(2023, 90, 0)), true);

        assertThat(pooled.value().getAsDouble()).isEqualTo(75);
        assertThat(pooled.variance()).isEmpty();
    }

    @Test
    void tellsNoChanceOfAMeanWhoseSpreadIsNotPublished() {
        assertThat(Pooled.of(List.of(year(2024, 213.4, 30)), false).variance()).isEmpty();
    }

    @Test
    void keepsAMaskedYearOutOfTheValueButInTheWindow() {
        Year masked = Year.of(
                Period.schoolYear(2024), List.of(figure(2024, Breakdown.ALL, new Masked(".."), 0)), List.of(), 1);

        Pooled pooled = Pooled.of(List.of(masked, year(2023, 90, 20)), true);

        assertThat(pooled.value().getAsDouble()).isEqualTo(90);
        assertThat(pooled.years()).hasSize(2);
        assertThat(Pooled.of(List.of(masked), true).value()).isEmpty();
    }

    @Test
    void putsProgrammesTogetherByTheirPupilsAndCountsOneOfThreeYearGroups() {
        Year year = Year.of(
                Period.schoolYear(2024),
                List.of(figure(2024, SCIENCE, exact(90), 0), figure(2024, CARE, exact(60), 0)),
                List.of(figure(2024, SCIENCE, exact(90), 0), figure(2024, CARE, exact(30), 0)),
                3);

        assertThat(year.value().getAsDouble()).isEqualTo((90 * 90 + 30 * 60) / 120.0);
        assertThat(year.cohort()).hasValue(40);
    }

    @Test
    void weighsPartsTheSameWhereSomeSizeIsMissing() {
        Year year = Year.of(
                Period.schoolYear(2024),
                List.of(figure(2024, SCIENCE, exact(90), 0), figure(2024, CARE, exact(60), 0)),
                List.of(figure(2024, SCIENCE, exact(90), 0)),
                3);

        assertThat(year.value().getAsDouble()).isEqualTo(75);
        assertThat(year.cohort()).isEmpty();
    }

    private static Year year(int start, double value, int n) {
        return Year.of(Period.schoolYear(start), List.of(figure(start, Breakdown.ALL, exact(value), n)), List.of(), 1);
    }

    private static Figure exact(double value) {
        return new Exact(value, Double.toString(value));
    }

    private static UnitFigure figure(int start, Breakdown part, Figure figure, int n) {
        return new UnitFigure(
                1,
                "gr9-passed-all",
                part,
                Period.schoolYear(start),
                figure,
                n == 0 ? OptionalInt.empty() : OptionalInt.of(n),
                1);
    }
}
