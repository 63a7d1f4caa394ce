package se.samverkan.survey.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samverkan.survey.question.Result.Asked;
import se.samverkan.survey.question.Result.Shown;
import se.samverkan.survey.question.Summing.Count;

/** What is left out cannot be worked out: not from totals, not from differences between groups, not between versions. */
class SuppressionTests {

    private static final int THRESHOLD = 10;

    private static Shown group(String key, Integer... counts) {
        return new Shown(
                key, IntStream.range(0, counts.length).map(i -> counts[i]).sum(), List.of(counts));
    }

    private static List<String> shown(Shown... groups) {
        return new Suppression(THRESHOLD)
                .shown(List.of(groups)).stream().map(Shown::group).toList();
    }

    @Test
    void showsNothingOfFourAnswers() {
        assertThat(shown(group("a", 3, 1))).isEmpty();
    }

    @Test
    void showsTwelveAltogetherButNeitherGroupWhereTheSmallOneWouldBeTheDifference() {
        assertThat(shown(group("a", 5, 5), group("b", 1, 1))).containsExactly(Result.EVERYBODY);
    }

    @Test
    void showsEveryGroupThatIsLargeEnoughWhenNothingIsHidden() {
        assertThat(shown(group("a", 5, 5), group("b", 6, 6))).containsExactly(Result.EVERYBODY, "a", "b");
    }

    @Test
    void hidesTheSmallestOfTheOthersBesideAGroupThatIsTooSmall() {
        assertThat(shown(group("a", 2, 2), group("b", 6, 6), group("c", 20, 5))).containsExactly(Result.EVERYBODY, "c");
    }

    @Test
    void showsTheOthersWhereThoseThatAreHiddenAreManyTogether() {
        assertThat(shown(group("a", 4, 4), group("b", 3, 4), group("c", 20, 5))).containsExactly(Result.EVERYBODY, "c");
    }

    @Test
    void countsThoseWhoNamedNoGroupAmongTheHidden() {
        assertThat(shown(group("a", 6, 6), group("", 2, 1))).containsExactly(Result.EVERYBODY);
    }

    @Test
    void neverShowsGroupsOfFewerThanFive() {
        assertThatThrownBy(() -> new Suppression(4)).isInstanceOf(IllegalArgumentException.class);
    }

    static List<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(seed -> (long) seed).toList();
    }

    /**
     * Tries every sum and difference of what is shown: each is a set of groups, and a set of fewer people than the threshold
     * must not be among them. What is shown is everybody and single groups, so every reachable set is everybody without some
     * of those that are shown, or a union of these.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void letsNoSumOrDifferenceOfWhatIsShownTellOfTooFewPeople(long seed) {
        Random random = new Random(seed);
        List<Shown> groups = groups(random);
        int threshold = 5 + random.nextInt(10);
        List<Shown> shown = new Suppression(threshold).shown(groups);

        for (Shown each : shown) {
            assertThat(each.answered()).isGreaterThanOrEqualTo(threshold);
        }
        List<Shown> single =
                shown.stream().filter(each -> !each.group().isEmpty()).toList();
        for (int chosen = 0; chosen < 1 << single.size(); chosen++) {
            int sum = 0;
            for (int i = 0; i < single.size(); i++) {
                sum += (chosen >> i & 1) * single.get(i).answered();
            }
            int left = shown.isEmpty() ? 0 : shown.getFirst().answered() - sum;
            assertThat(left).as("everybody but some of " + single).matches(n -> n == 0 || n >= threshold);
        }
    }

    /**
     * Solves what somebody who has the results could solve: unknown is the number of each group that chose a choice, known is
     * what is shown. A masked group is derived where its unit vector lies in the span of the shown sets.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void letsNoMaskedGroupBeSolvedForByLinearAlgebra(long seed) {
        Random random = new Random(seed);
        List<Shown> groups = groups(random);
        List<Shown> shown = new Suppression(THRESHOLD).shown(groups);
        List<double[]> equations = new ArrayList<>();
        for (Shown each : shown) {
            double[] row = new double[groups.size()];
            for (int i = 0; i < groups.size(); i++) {
                row[i] = each.group().isEmpty() || groups.get(i).group().equals(each.group()) ? 1 : 0;
            }
            equations.add(row);
        }
        int rank = rank(equations);
        for (int i = 0; i < groups.size(); i++) {
            String key = groups.get(i).group();
            boolean masked = key.isEmpty()
                    || shown.stream().noneMatch(each -> each.group().equals(key));
            double[] unit = new double[groups.size()];
            unit[i] = 1;
            List<double[]> more = new ArrayList<>(equations);
            more.add(unit);
            boolean derived = rank(more) == rank;
            int answered = groups.get(i).answered();
            assertThat(masked && derived && answered > 0 && answered < THRESHOLD)
                    .as("%s is derived from %s", groups.get(i), shown)
                    .isFalse();
        }
    }

    /**
     * Answers on two versions, of which the second changes a question. Each wording is counted over all who met it and never
     * over some of them, so no question is there twice about people of whom one set lies within the other; and within each
     * wording the difference is about enough people.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void letsNoDifferenceBetweenVersionsTellOfTooFewPeopleOfAGroup(long seed) {
        Random random = new Random(seed);
        Question changed = question("q", 1, "Före");
        Question same = question("r", 1, "Samma");
        Map<Integer, Questions> versions = Map.of(
                1, new Questions(List.of(stage(), changed, same)),
                2, new Questions(List.of(stage(), question("q", 2, "Efter"), same)));
        List<Count> counts = new ArrayList<>();
        for (int version : List.of(1, 2)) {
            for (String of : List.of("a", "b", "c")) {
                int people = random.nextInt(18);
                for (String key : List.of("q", "r")) {
                    count(counts, version, key, of, people, random);
                }
            }
        }
        Result result = new Summing(versions, counts).result(60, THRESHOLD, 0);

        assertThat(result.asked()).hasSize(3);
        for (Asked asked : result.asked()) {
            int hidden = asked.everybody().map(Shown::answered).orElse(0)
                    - asked.shown().stream()
                            .filter(each -> !each.group().isEmpty())
                            .mapToInt(Shown::answered)
                            .sum();
            assertThat(hidden).matches(n -> n == 0 || n >= THRESHOLD);
        }
        assertThat(result.asked().stream()
                        .filter(each -> each.question().key().equals("r"))
                        .toList())
                .as("a question that stayed is never shown for one version alone")
                .hasSize(1);
    }

    private static void count(List<Count> counts, int version, String key, String group, int people, Random random) {
        int yes = people == 0 ? 0 : random.nextInt(people + 1);
        counts.add(new Count(version, key, group, "", people));
        counts.add(new Count(version, key, group, "1", yes));
        counts.add(new Count(version, key, group, "0", people - yes));
    }

    private static Question stage() {
        return new Question(
                "stage",
                1,
                Kind.ONE,
                Text.of("Var?", ""),
                List.of(choice("a"), choice("b"), choice("c")),
                List.of(),
                true);
    }

    private static Question question(String key, int revision, String words) {
        return new Question(
                key, revision, Kind.SCALE, Text.of(words, ""), List.of(choice("1"), choice("0")), List.of(), false);
    }

    private static Choice choice(String key) {
        return new Choice(key, Text.of(key, ""));
    }

    private static List<Shown> groups(Random random) {
        List<Shown> groups = new ArrayList<>();
        int many = 1 + random.nextInt(6);
        for (int i = 0; i < many; i++) {
            groups.add(group("g" + i, random.nextInt(14), random.nextInt(14)));
        }
        groups.add(group(Result.EVERYBODY, random.nextInt(3), random.nextInt(3)));
        return groups;
    }

    private static int rank(List<double[]> rows) {
        Map<Integer, double[]> pivots = new HashMap<>();
        for (double[] given : rows) {
            double[] row = given.clone();
            for (int column = 0; column < row.length; column++) {
                if (Math.abs(row[column]) < 1e-9) {
                    continue;
                }
                double[] pivot = pivots.get(column);
                if (pivot == null) {
                    pivots.put(column, row);
                    break;
                }
                double factor = row[column] / pivot[column];
                for (int i = 0; i < row.length; i++) {
                    row[i] -= factor * pivot[i];
                }
            }
        }
        return pivots.size();
    }
}
