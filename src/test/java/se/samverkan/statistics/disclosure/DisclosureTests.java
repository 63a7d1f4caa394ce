package se.samverkan.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samverkan.statistics.disclosure.Masking.Fault;
import se.samverkan.statistics.disclosure.Masking.Finding;

class DisclosureTests {

    private static final Rule FIVE = Rule.ofCounts(5);

    /** A table whose numbers are counts of units, with all its totals. */
    private static CountedTable table(int[][] numbers) {
        Map<Place, Count> counts = new HashMap<>();
        for (int row = 0; row < numbers.length; row++) {
            for (int column = 0; column < numbers[row].length; column++) {
                int value = numbers[row][column];
                for (Place place : List.of(
                        place(row, column),
                        new Place("r" + row, Place.ALL),
                        new Place(Place.ALL, "c" + column),
                        new Place(Place.ALL, Place.ALL))) {
                    counts.merge(
                            place,
                            new Count(value, value),
                            (one, more) ->
                                    new Count(one.value() + more.value(), one.contributors() + more.contributors()));
                }
            }
        }
        return new CountedTable(keys("r", numbers.length), keys("c", numbers[0].length), counts, true, true);
    }

    private static List<String> keys(String letter, int many) {
        return IntStream.range(0, many).mapToObj(n -> letter + n).toList();
    }

    private static Place place(int row, int column) {
        return new Place("r" + row, "c" + column);
    }

    private static CountedTable random(Random random, int rows, int columns) {
        int[][] numbers = new int[rows][columns];
        for (int[] row : numbers) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextInt(4) == 0 ? 0 : random.nextInt(9);
            }
        }
        return table(numbers);
    }

    @Test
    void masksWhatIsOfTooFew() {
        MaskedTable masked = new Masking(table(new int[][] {{3, 20, 30}, {40, 50, 60}, {70, 80, 90}}), FIVE).masked();
        assertThat(masked.at(place(0, 0))).isEmpty();
    }

    @Test
    void masksMoreUntilNoMaskedNumberCanBeFound() {
        CountedTable table = table(new int[][] {{3, 20, 30}, {40, 50, 60}, {70, 80, 90}});
        MaskedTable masked = new Masking(table, FIVE).masked();
        assertThat(masked.hidden()).containsOnlyKeys(place(0, 0), place(0, 1), place(1, 0), place(1, 1));
        assertThat(masked.hidden().get(place(0, 0)).most()).hasValue(22);
        assertThat(masked.hidden().values()).allMatch(range -> range.width() >= 4);
    }

    @Test
    void showsATableThatIsOfManyEverywhereWhole() {
        assertThat(new Masking(table(new int[][] {{10, 20}, {30, 40}}), FIVE)
                        .masked()
                        .hidden())
                .isEmpty();
    }

    @Test
    void showsAZeroSinceItIsOfNobody() {
        MaskedTable masked = new Masking(table(new int[][] {{0, 20}, {30, 40}}), FIVE).masked();
        assertThat(masked.at(place(0, 0))).hasValue(0);
    }

    @Test
    void refusesAChoiceThatShowsANumberOfTooFew() {
        List<Finding> findings = new Masking(table(new int[][] {{3, 20}, {40, 50}}), FIVE).findings(Set.of());
        assertThat(findings).extracting(Finding::fault).containsExactly(Fault.SHOWN);
    }

    @Test
    void refusesAChoiceWhoseMaskedNumberIsTheDifferenceOfItsRow() {
        List<Finding> findings =
                new Masking(table(new int[][] {{3, 20}, {40, 50}}), FIVE).findings(Set.of(place(0, 0)));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.DERIVABLE);
            assertThat(finding.range().least()).isEqualTo(3, within(1e-6));
            assertThat(finding.range().most()).hasValue(3);
            assertThat(finding.needed()).isEqualTo(4);
        });
    }

    /**
     * Every row and every column has two masked numbers, so row by row nothing can be found. The first two columns less the first two
     * rows are r2|c1, to the unit.
     */
    @Test
    void findsWhatNoRowAndNoColumnGivesAwayAlone() {
        CountedTable table = table(new int[][] {
            {20, 30, 40, 50},
            {20, 30, 40, 50},
            {20, 3, 40, 50},
            {20, 30, 40, 50}
        });
        Set<Place> chosen = Set.of(
                place(0, 0),
                place(0, 1),
                place(1, 0),
                place(1, 1),
                place(2, 1),
                place(2, 2),
                place(3, 2),
                place(3, 3),
                place(2, 3));
        List<Finding> findings = new Masking(table, FIVE).findings(chosen);
        assertThat(findings)
                .filteredOn(finding -> finding.place().equals(place(2, 1)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.range().least()).isEqualTo(3, within(1e-6));
                    assertThat(finding.range().width()).isEqualTo(0, within(1e-6));
                });
    }

    @Test
    void givesNothingAwayInAnyOfManyTables() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            CountedTable table = random(random, 2 + random.nextInt(5), 1 + random.nextInt(4));
            Masking masking = new Masking(table, FIVE);
            MaskedTable masked = masking.masked();
            assertThat(masking.findings(masked.hidden().keySet())).isEmpty();
        }
    }

    /** Two-way tables have whole-numbered corners, so the bounds are those of whole numbers too. */
    @Test
    void boundsAreThoseOfEveryTableThatCouldStandThere() {
        Random random = new Random(2);
        for (int round = 0; round < 60; round++) {
            int[][] numbers = new int[3][3];
            List<Place> masked = new ArrayList<>();
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    numbers[row][column] = 1 + random.nextInt(5);
                    if (random.nextInt(5) < 3) {
                        masked.add(place(row, column));
                    }
                }
            }
            CountedTable table = table(numbers);
            Map<Place, int[]> tried = everyTable(table, masked);
            Bounds bounds = new Bounds(table, masked, 1, List.of());
            tried.forEach((place, ends) -> {
                assertThat(bounds.of(place).least()).isEqualTo(ends[0], within(1e-6));
                assertThat(bounds.of(place).most().orElseThrow()).isEqualTo(ends[1], within(1e-6));
            });
        }
    }

    /** The least and the most of each masked number in all tables of whole numbers from one with the same totals. */
    private static Map<Place, int[]> everyTable(CountedTable table, List<Place> masked) {
        Map<Place, int[]> ends = masked.stream().collect(Collectors.toMap(place -> place, place -> new int[] {99, 0}));
        fill(table, masked, new HashMap<>(), ends);
        return ends;
    }

    private static void fill(
            CountedTable table, List<Place> masked, Map<Place, Integer> filled, Map<Place, int[]> ends) {
        if (filled.size() == masked.size()) {
            if (table.sums().stream().allMatch(sum -> adds(table, sum, filled))) {
                filled.forEach((place, value) -> {
                    ends.get(place)[0] = Math.min(ends.get(place)[0], value);
                    ends.get(place)[1] = Math.max(ends.get(place)[1], value);
                });
            }
            return;
        }
        Place next = masked.get(filled.size());
        int most = (int) table.at(new Place(next.row(), Place.ALL)).value();
        for (int value = 1; value <= most; value++) {
            filled.put(next, value);
            if (table.sums().stream().allMatch(sum -> isOpen(sum, masked, filled) || adds(table, sum, filled))) {
                fill(table, masked, filled, ends);
            }
            filled.remove(next);
        }
    }

    private static boolean isOpen(CountedTable.Sum sum, List<Place> masked, Map<Place, Integer> filled) {
        return sum.parts().stream().anyMatch(part -> masked.contains(part) && !filled.containsKey(part));
    }

    private static boolean adds(CountedTable table, CountedTable.Sum sum, Map<Place, Integer> filled) {
        double parts = sum.parts().stream()
                .mapToDouble(part -> filled.containsKey(part)
                        ? filled.get(part)
                        : table.at(part).value())
                .sum();
        return Math.abs(parts - table.at(sum.whole()).value()) < 1e-9;
    }

    @Test
    void keepsASumOfMoneyATenthUnknownAtLeast() {
        Map<Place, Count> counts = Map.of(
                new Place("2025", "PAID"), new Count(1_000_000, 2),
                new Place("2026", "PAID"), new Count(30_000, 8),
                new Place("2027", "PAID"), new Count(900_000, 9),
                new Place(Place.ALL, "PAID"), new Count(1_930_000, 19));
        CountedTable table = new CountedTable(List.of("2025", "2026", "2027"), List.of("PAID"), counts, true, false);
        MaskedTable masked = new Masking(table, Rule.ofSums(5)).masked();
        assertThat(masked.hidden())
                .containsOnlyKeys(new Place("2025", "PAID"), new Place("2026", "PAID"), new Place("2027", "PAID"));
    }

    @Test
    void refusesToReckonWithATableWhoseSumsAreWrong() {
        Map<Place, Count> counts =
                Map.of(new Place("a", "c"), new Count(7, 7), new Place(Place.ALL, "c"), new Count(8, 8));
        assertThatThrownBy(() -> new CountedTable(List.of("a"), List.of("c"), counts, true, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
