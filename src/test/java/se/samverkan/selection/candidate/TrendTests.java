package se.samverkan.selection.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.samverkan.selection.candidate.Criterion.Needy;
import se.samverkan.selection.candidate.Criterion.Use;
import se.samverkan.selection.candidate.Pooled.Year;
import se.samverkan.selection.candidate.Trend.Change;
import se.samverkan.selection.candidate.Trend.Slope;
import se.samverkan.selection.candidate.Trend.TooFew;
import se.samverkan.selection.candidate.Trend.Way;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Figure.Exact;
import se.samverkan.statistics.Figure.Masked;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/** What is said of how a unit has moved, and that it is never surer than its figures. */
class TrendTests {

    private static final Period LAST = Period.schoolYear(2024);

    @Test
    void isOfTheResultThatWeighsMostElseOfTheFirstThreshold() {
        Criterion condition = criterion(1, CriterionKind.CONDITION, Use.WEIGHT, 9);
        Criterion threshold = criterion(2, CriterionKind.LOW_RESULT, Use.THRESHOLD, 60);
        Criterion light = criterion(3, CriterionKind.DEVIATION, Use.WEIGHT, 1);
        Criterion heavy = criterion(4, CriterionKind.LOW_RESULT, Use.WEIGHT, 2);
        Criterion asHeavy = criterion(5, CriterionKind.LOW_RESULT, Use.WEIGHT, 2);

        assertThat(leading(condition, threshold, light, heavy, asHeavy)).hasValue(4);
        assertThat(leading(condition, threshold)).hasValue(2);
        assertThat(leading(condition)).isEmpty();
        assertThat(Trends.leading(List.of(heavy)).orElseThrow().years()).isEqualTo(5);
    }

    private static Optional<Integer> leading(Criterion... criteria) {
        return Trends.leading(List.of(criteria)).map(Criterion::number);
    }

    @Test
    void risesOrSinksOnlyWhereTheIntervalLeavesOutStandingStill() {
        Trends trends = ofShares(Map.of(
                "sinks", years(2020, 90, 80, 70, 60, 50),
                "rises", years(2020, 50, 60, 70, 80, 90),
                "unsure", years(2020, 70, 75, 68, 73, 70),
                "short", years(2022, 70, 71, 69)));

        assertThat(slope(trends, "sinks").way()).isEqualTo(Way.SINKS);
        assertThat(slope(trends, "rises").way()).isEqualTo(Way.RISES);
        assertThat(slope(trends, "unsure").way()).isEqualTo(Way.UNSURE);
        assertThat(slope(trends, "sinks").perYear()).isCloseTo(-10, within(1e-9));
        assertThat(slope(trends, "sinks").isForTheBetter(Needy.LOW)).isFalse();
        assertThat(slope(trends, "sinks").isForTheBetter(Needy.HIGH)).isTrue();
        assertThat(slope(trends, "short").reach())
                .isGreaterThan(2 * slope(trends, "sinks").reach());
    }

    @Test
    void agreesWithTheWeightedLineOfTheReference() {
        Slope slope = slope(ofShares(Map.of("alone", years(2022, 70, 65, 62))), "alone");

        assertThat(slope.perYear()).isCloseTo(-4, within(1e-9));
        assertThat(slope.error()).isCloseTo(5.30866691782828, within(1e-9));
        assertThat(slope.reach()).isCloseTo(12.70620473617469 * 5.30866691782828, within(1e-6));
    }

    @Test
    void growsItsIntervalWhereAllUnitsVaryBeyondChance() {
        Map<String, List<Year>> calm = Map.of("one", years(2020, 90, 85, 80, 75, 70), "two", years(2020, 50, 50, 50));
        Map<String, List<Year>> restless =
                Map.of("one", years(2020, 90, 85, 80, 75, 70), "two", years(2020, 50, 90, 20, 85, 30));

        assertThat(ofShares(calm).yearly()).isZero();
        assertThat(ofShares(restless).yearly()).isGreaterThan(10);
        assertThat(slope(ofShares(restless), "one").error())
                .isGreaterThan(slope(ofShares(calm), "one").error());
    }

    @Test
    void saysOfFiguresWithoutAMeasureOfChanceOnlyFromWhatToWhat() {
        List<Year> without = List.of(year(2024, 60, 0), year(2023, 66, 0), year(2022, 70, 0));

        assertThat(ofShares(Map.of("A", without)).byUnit().get("A"))
                .isInstanceOfSatisfying(
                        Change.class,
                        change ->
                                assertThat(List.of(change.from(), change.to())).containsExactly(70.0, 60.0));
        Trends merit = Trends.of(lead("gr9-merit"), indicator("gr9-merit"), Map.of("A", years(2022, 210, 214, 220)));
        assertThat(merit.byUnit().get("A")).isInstanceOf(Change.class);
        assertThat(words("gr9-merit").says(merit.byUnit().get("A")))
                .isEqualTo("Från 210,0\u00a0poäng till 220,0\u00a0poäng: 10,0\u00a0poäng, utan mått på slumpen");
    }

    @Test
    void keepsAMaskedYearInSightButCountsItAsNoValue() {
        Year masked = year(2023, new Masked(".."), 0);
        Trends trends = ofShares(Map.of(
                "few", List.of(year(2024, 60, 40), masked, year(2022, 70, 40)),
                "told", List.of(year(2024, 60, 40), masked, year(2022, 70, 40), year(2021, 75, 40))));

        assertThat(trends.byUnit().get("few")).isInstanceOf(TooFew.class);
        assertThat(words("gr9-passed-all").says(trends.byUnit().get("few")))
                .isEqualTo("För få år: två siffror på 3 år");
        assertThat(slope(trends, "told").untold()).containsExactly(masked);
        assertThat(slope(trends, "told").cohorts()).containsExactly(40, 40, 40);
    }

    @Test
    void letsTheNewestKnownCohortStandForAYearWithoutOneAndSaysSo() {
        Slope slope =
                slope(ofShares(Map.of("A", List.of(year(2024, 60, 40), year(2023, 65, 0), year(2022, 70, 0)))), "A");

        assertThat(slope.cohorts()).containsExactly(40, 40, 40);
        assertThat(slope.assumed()).isTrue();
    }

    @Test
    void looksAtFiveYearsAndNeverAcrossABreak() {
        List<Year> old = new ArrayList<>(years(2020, 90, 80, 70, 60, 50));
        old.add(year(2016, 10, 40));
        assertThat(ofShares(Map.of("A", old)).byUnit().get("A").years()).hasSize(5);

        Criterion after = new Criterion(
                1,
                "COMPULSORY",
                CriterionKind.LOW_RESULT,
                "gr9-passed-all",
                Period.schoolYear(2029),
                5,
                Needy.LOW,
                Use.WEIGHT,
                1);
        Trends broken = Trends.of(after, indicator("gr9-passed-all"), Map.of("A", years(2025, 90, 80, 70, 60, 50)));
        assertThat(broken.byUnit().get("A")).isInstanceOf(TooFew.class);
        assertThat(broken.byUnit().get("A").years())
                .extracting(Year::period)
                .containsExactly(Period.schoolYear(2029), Period.schoolYear(2028));
    }

    @Test
    void isSaidWithItsDirectionItsUnitAndItsInterval() {
        TrendWords words = words("gr9-passed-all");
        Trend sinks = new Slope(List.of(), List.of(), -2.1, 0.9, 1.8, false);
        Trend rises = new Slope(List.of(), List.of(), 2.1, 0.9, 1.8, false);
        Trend unsure = new Slope(List.of(), List.of(), -0.6, 0.9, 1.8, false);

        assertThat(words.says(sinks))
                .isEqualTo("Sjunker, åt fel håll: −2,1\u00a0procentenheter om året (−3,9 till −0,3)");
        assertThat(words.says(rises)).startsWith("Stiger, åt rätt håll: 2,1");
        assertThat(words.says(unsure))
                .isEqualTo("Går inte att skilja från oförändrad: −0,6\u00a0procentenheter om året (−2,4 till 1,2)");
        assertThat(List.of(words.arrow(sinks), words.arrow(rises), words.arrow(unsure)))
                .containsExactly("arrow-down", "arrow-up", "");
    }

    private static TrendWords words(String code) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/selection", "messages/figures");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new TrendWords(new Words(messages, Words.SWEDISH), indicator(code), Needy.LOW);
    }

    private static Trends ofShares(Map<String, List<Year>> years) {
        return Trends.of(lead("gr9-passed-all"), indicator("gr9-passed-all"), years);
    }

    private static Slope slope(Trends trends, String unit) {
        return (Slope) trends.byUnit().get(unit);
    }

    private static Criterion lead(String indicator) {
        return new Criterion(1, "COMPULSORY", CriterionKind.LOW_RESULT, indicator, LAST, 5, Needy.LOW, Use.WEIGHT, 1);
    }

    private static Criterion criterion(int number, CriterionKind kind, Use use, double amount) {
        return new Criterion(number, "COMPULSORY", kind, "gr9-passed-all", LAST, 1, Needy.LOW, use, amount);
    }

    private static IndicatorView indicator(String code) {
        String unit = code.equals("gr9-merit") ? "POINTS" : "PERCENT";
        return new IndicatorView(
                (short) 1,
                code,
                List.of("COMPULSORY"),
                List.of("UNIT"),
                unit,
                1,
                "HIGHER",
                "SCHOOL_YEAR",
                "SKOLVERKET",
                Optional.empty(),
                true,
                Optional.of(Period.schoolYear(2028)),
                new IndicatorView.Wording(code, ""),
                new IndicatorView.Wording(code, ""));
    }

    /** Years of 40 pupils from the first one on, the newest first. */
    private static List<Year> years(int first, double... values) {
        List<Year> years = new ArrayList<>();
        for (int place = values.length - 1; place >= 0; place--) {
            years.add(year(first + place, values[place], 40));
        }
        return years;
    }

    private static Year year(int start, double value, int n) {
        return year(start, new Exact(value, Double.toString(value)), n);
    }

    private static Year year(int start, Figure figure, int n) {
        UnitFigure whole = new UnitFigure(
                1,
                "gr9-passed-all",
                Breakdown.ALL,
                Period.schoolYear(start),
                figure,
                n == 0 ? OptionalInt.empty() : OptionalInt.of(n),
                1);
        return Year.of(Period.schoolYear(start), List.of(whole), List.of(), 1);
    }
}
