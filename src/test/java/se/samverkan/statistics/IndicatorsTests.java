package se.samverkan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The catalogue is whole: every line has what a page needs to show a figure rightly. */
class IndicatorsTests {

    private final java.util.Map<String, IndicatorView> catalogue = Indicators.read();

    @Test
    void numbersAreGivenOnce() {
        assertThat(catalogue.values().stream().map(IndicatorView::number)).doesNotHaveDuplicates();
    }

    @Test
    void everyIndicatorIsNamedAndDefinedInBothLanguages() {
        assertThat(catalogue.values()).hasSizeGreaterThan(100).allSatisfy(indicator -> {
            assertThat(indicator.swedish().name()).isNotBlank();
            assertThat(indicator.swedish().definition()).isNotBlank();
            assertThat(indicator.english().name()).isNotBlank();
            assertThat(indicator.english().definition()).isNotBlank();
        });
    }

    @Test
    void everyIndicatorUsesWordsThatPagesKnow() {
        assertThat(catalogue.values().stream().map(IndicatorView::unit))
                .isSubsetOf(
                        "PERCENT",
                        "PERCENTAGE_POINTS",
                        "POINTS",
                        "GRADE_POINTS",
                        "INDEX",
                        "RATIO",
                        "LEVEL",
                        "PERSONS",
                        "GROUPS",
                        "FULL_TIME");
    }

    @Test
    void aCohortIsAnIndicatorThatCountsPeople() {
        assertThat(catalogue.values().stream().flatMap(i -> i.cohort().stream()))
                .allSatisfy(code -> assertThat(catalogue.get(code).unit()).isEqualTo("PERSONS"));
    }

    @Test
    void directionsAndLevelsAreKnown() {
        assertThat(catalogue.values()).allSatisfy(indicator -> {
            assertThat(indicator.direction()).isIn("HIGHER", "LOWER", "NONE");
            assertThat(Set.of("UNIT", "MUNICIPALITY", "COUNTRY")).containsAll(indicator.levels());
            assertThat(indicator.period()).isIn("SCHOOL_YEAR", "TERM", "UNSTATED");
        });
    }
}
