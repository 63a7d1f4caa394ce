package se.samverkan.followup.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samverkan.followup.goal.RunRules.Finding;
import se.samverkan.followup.goal.RunRules.Rule;

/** The rules for run charts, held against the critical values that were published with them. */
class RunRulesTests {

    private static List<Double> values(String text) {
        return IntStream.range(0, text.length())
                .mapToObj(at -> switch (text.charAt(at)) {
                    case '+' -> 1.0 + at % 3 * 0.1;
                    case '-' -> -1.0 - at % 2 * 0.1;
                    default -> 0.0;
                })
                .toList();
    }

    private static List<Rule> rules(List<Double> values) {
        return RunRules.of(values, 0).stream().map(Finding::rule).distinct().toList();
    }

    /** Swed and Eisenhart 1943, equal numbers on both sides, 2.5 per cent in each tail. */
    @ParameterizedTest
    @CsvSource({"5,2,10", "6,3,11", "7,3,13", "8,4,14", "9,5,15", "10,6,16", "12,7,19", "15,10,22", "20,14,28"})
    void countsTooFewAndTooManyRunsAsPublished(int each, int fewest, int most) {
        assertThat(RunRules.fewest(each, each)).isEqualTo(fewest);
        assertThat(RunRules.most(each, each)).isEqualTo(most);
    }

    /** Swed and Eisenhart 1943, unequal numbers. */
    @ParameterizedTest
    @CsvSource({"5,10,3", "6,12,4", "10,15,7", "2,12,2", "3,8,2", "4,20,4"})
    void countsTooFewRunsOfUnequalSidesAsPublished(int one, int other, int fewest) {
        assertThat(RunRules.fewest(one, other)).isEqualTo(fewest);
        assertThat(RunRules.fewest(other, one)).isEqualTo(fewest);
    }

    /** Anhøj and Olesen 2014. */
    @ParameterizedTest
    @CsvSource({"10,6,2", "12,7,3", "16,7,4", "18,7,5", "20,7,6", "22,7,7", "24,8,8"})
    void knowsTheLongestRunAndTheFewestCrossingsAsPublished(int points, int longest, int crossings) {
        assertThat(RunRules.longestByChance(points)).isEqualTo(longest);
        assertThat(RunRules.fewestCrossings(points)).isEqualTo(crossings);
    }

    @Test
    void seesAShiftOfSixAndNotOfFive() {
        assertThat(rules(values("+-+-++++++-+"))).contains(Rule.SHIFT);
        assertThat(rules(values("+-+--+++++-+"))).doesNotContain(Rule.SHIFT);
    }

    @Test
    void letsPointsOnTheMedianNeitherBreakNorLengthenAShift() {
        assertThat(rules(values("+-+-+++0+++-+-"))).contains(Rule.SHIFT);
        assertThat(rules(values("+-+-+++0++-+-+"))).doesNotContain(Rule.SHIFT);
    }

    @Test
    void seesATrendOfFiveAndNotOfFour() {
        List<Double> wave = new ArrayList<>(List.of(1.0, -1.0, 2.0, -2.0, 1.0, -1.0, 2.0));
        List<Double> five = new ArrayList<>(wave);
        five.addAll(List.of(-3.0, -2.0, -1.0, 1.0, 3.0, -1.0));
        assertThat(rules(five)).contains(Rule.TREND);
        List<Double> four = new ArrayList<>(wave);
        four.addAll(List.of(-3.0, -2.0, 1.0, 3.0, -1.0, 2.0));
        assertThat(rules(four)).doesNotContain(Rule.TREND);
    }

    @Test
    void countsNeighboursThatAreTheSameOnceInATrend() {
        List<Double> values = List.of(1.0, -1.0, 2.0, -2.0, 1.0, -3.0, -3.0, -2.0, -1.0, 1.0, 3.0, -1.0);
        assertThat(rules(values)).contains(Rule.TREND);
        assertThat(rules(List.of(1.0, -1.0, 2.0, -2.0, 1.0, -3.0, -3.0, -2.0, 1.0, 1.0, 3.0, -1.0)))
                .doesNotContain(Rule.TREND);
    }

    @Test
    void seesWhatMixesTwoGroups() {
        assertThat(rules(values("+-+-+-+-+-+-"))).contains(Rule.TOO_MANY_RUNS);
    }

    @Test
    void seesWhatHasChangedOnce() {
        assertThat(rules(values("------++++++")))
                .contains(Rule.SHIFT, Rule.TOO_FEW_RUNS, Rule.FEW_CROSSINGS)
                .doesNotContain(Rule.LONG_RUN);
        assertThat(rules(values("+-++++++++-+"))).contains(Rule.LONG_RUN);
    }

    @Test
    void saysNothingOfFewPoints() {
        assertThat(RunRules.of(values("---------"), 0)).isEmpty();
        assertThat(RunRules.of(values("---------0000"), 0)).isEmpty();
    }

    @Test
    void keepsStillWhenChanceDoesIt() {
        assertThat(rules(values("+--+-++-+--+"))).isEmpty();
    }

    @Test
    void findsTheMedian() {
        assertThat(RunRules.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(RunRules.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    }
}
