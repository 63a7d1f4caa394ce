package se.samverkan.followup.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samverkan.actionplan.HoldingPlans.HeldGoal;
import se.samverkan.followup.goal.GoalSeries.Break;
import se.samverkan.followup.goal.GoalSeries.Said;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.IndicatorView.Wording;

/** What is said of a goal's series when its source, its unit or its baseline is no longer what it was. */
class GoalReadingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private static HeldGoal goal(double baseline) {
        return new HeldGoal(
                1,
                "Fler når målen",
                "GR_MERIT",
                "",
                "HIGHER",
                OptionalDouble.of(baseline),
                Optional.of(Period.schoolYear(2022)),
                OptionalInt.of(3),
                OptionalDouble.of(80),
                Optional.empty(),
                List.of());
    }

    private static IndicatorView indicator(Optional<Period> breaks) {
        Wording words = new Wording("Andel", "Andel");
        return new IndicatorView(
                (short) 1,
                "GR_MERIT",
                List.of("GR"),
                List.of("UNIT"),
                "PERCENT",
                1,
                "HIGHER",
                "SCHOOL_YEAR",
                "SKOLVERKET",
                Optional.empty(),
                true,
                breaks,
                words,
                words);
    }

    private static GoalPoint point(int year, double value, int n) {
        return GoalPoint.of(
                Period.schoolYear(year), new Figure.Exact(value, Double.toString(value)), OptionalInt.of(n));
    }

    private static List<GoalPoint> years(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(at -> point(2026 - values.length + at, values[at], 60))
                .toList();
    }

    private static GoalSeries read(
            HeldGoal goal, Optional<IndicatorView> indicator, List<GoalPoint> points, LocalDate... mergers) {
        return new GoalReading(goal, indicator, points, List.of(mergers), TODAY).read();
    }

    private static List<String> keys(GoalSeries series) {
        return series.said().stream()
                .map(Said::key)
                .map(key -> key.replace("followup.goal.", ""))
                .toList();
    }

    @Test
    void saysThatFewValuesCannotTell() {
        GoalSeries series = read(goal(60), Optional.of(indicator(Optional.empty())), years(58, 59, 60, 64));
        assertThat(keys(series)).containsExactly("closer", "few", "revised");
        assertThat(series.findings()).isEmpty();
        assertThat(series.median()).hasValue(59.5);
    }

    @Test
    void breaksVisiblyWhereTheIndicatorIsRedefined() {
        GoalSeries series =
                read(goal(60), Optional.of(indicator(Optional.of(Period.schoolYear(2024)))), years(58, 60, 70, 74));
        assertThat(series.breaks()).extracting(Break::slot).containsExactly(2);
        assertThat(series.median()).hasValue(72);
        assertThat(keys(series)).contains("break.REDEFINED.text");
    }

    @Test
    void breaksVisiblyWhereTheUnitWasMerged() {
        GoalSeries series = read(
                goal(60), Optional.of(indicator(Optional.empty())), years(58, 60, 70, 74), LocalDate.of(2024, 8, 1));
        assertThat(series.breaks()).extracting(Break::key).containsExactly("followup.goal.break.MERGED");
        assertThat(series.breaks()).extracting(Break::slot).containsExactly(2);
    }

    @Test
    void saysThatTheIndicatorIsDiscontinued() {
        assertThat(keys(read(goal(60), Optional.empty(), List.of()))).containsExactly("no-figures", "discontinued");
        assertThat(keys(read(
                        goal(60),
                        Optional.of(indicator(Optional.empty())),
                        List.of(point(2020, 58, 60), point(2021, 59, 60)))))
                .contains("silent");
    }

    @Test
    void saysThatTheBaselineWasRevisedAndKeepsThePlans() {
        GoalSeries series = read(goal(60), Optional.of(indicator(Optional.empty())), years(61.5, 62, 63, 64));
        assertThat(series.said())
                .filteredOn(each -> each.key().equals("followup.goal.revised"))
                .singleElement()
                .satisfies(each -> assertThat(each.details()).containsExactly("2022/23", 60.0, 61.5));
        assertThat(series.goal().baseline()).hasValue(60);
        assertThat(keys(read(goal(60), Optional.of(indicator(Optional.empty())), years(60, 62, 63, 64))))
                .doesNotContain("revised");
    }

    @Test
    void saysThatANumberIsSmallOrHidden() {
        assertThat(keys(read(goal(60), Optional.of(indicator(Optional.empty())), List.of(point(2025, 64, 12)))))
                .contains("small");
        GoalPoint masked = GoalPoint.of(Period.schoolYear(2025), new Figure.Masked(".."), OptionalInt.empty());
        GoalSeries series =
                read(goal(60), Optional.of(indicator(Optional.empty())), List.of(point(2024, 64, 60), masked));
        assertThat(keys(series)).contains("masked");
        assertThat(series.newest().orElseThrow().when()).isEqualTo("2024/25");
    }

    @Test
    void usesTheRulesOnceThereAreEnoughValues() {
        GoalSeries series = read(
                goal(60),
                Optional.of(indicator(Optional.empty())),
                years(50, 51, 50.5, 51.5, 50, 51, 60, 61, 60.5, 61.5, 60, 61));
        assertThat(keys(series)).contains("rule.SHIFT");
        assertThat(series.limits()).hasSize(12);
    }
}
