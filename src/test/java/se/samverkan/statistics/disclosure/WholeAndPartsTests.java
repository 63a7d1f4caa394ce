package se.samverkan.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samverkan.statistics.disclosure.WholeAndParts.Left;
import se.samverkan.statistics.disclosure.WholeAndParts.LeftOver;
import se.samverkan.statistics.disclosure.WholeAndParts.Table;

/** What a table of a whole and tables of its parts give away of each other, and of those that are in none of the parts. */
class WholeAndPartsTests {

    private static final Rule FIVE = Rule.ofCounts(5);

    /** A table whose numbers are counts of units, with all its totals. */
    private static CountedTable table(int[][] numbers) {
        Map<Place, Count> counts = new HashMap<>();
        for (int row = 0; row < numbers.length; row++) {
            for (int column = 0; column < numbers[row].length; column++) {
                int value = numbers[row][column];
                for (String r : List.of("r" + row, Place.ALL)) {
                    for (String c : List.of("c" + column, Place.ALL)) {
                        counts.merge(
                                new Place(r, c),
                                new Count(value, value),
                                (one, more) -> new Count(
                                        one.value() + more.value(), one.contributors() + more.contributors()));
                    }
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

    private static Table shown(int[][] numbers, Set<Place> masked) {
        CountedTable counted = table(numbers);
        return new Table(counted, new Masking(counted, FIVE).masking(masked));
    }

    private static final int[][] OFFICE = {{12, 30}, {25, 40}};
    private static final int[][] ORGANISER = {{9, 10}, {8, 12}};

    /** The worked example of the method: 12 − 9 are the three schools of the others, though neither table masks anything. */
    @Test
    void findsTheFewThatAreLeftWhenAPartIsTakenFromTheWhole() {
        WholeAndParts together = new WholeAndParts(shown(OFFICE, Set.of()), List.of(shown(ORGANISER, Set.of())), FIVE);
        assertThat(together.leftOver()).singleElement().satisfies(left -> {
            assertThat(left.left().place()).isEqualTo(place(0, 0));
            assertThat(left.left().count()).isEqualTo(new Count(3, 3));
            assertThat(left.finding().range().width()).isEqualTo(0, within(1e-6));
        });
    }

    /** With the four masked, the organiser's 9 can be 1 to 12, since it is a part of 12; what is left can be 0 to 11. */
    @Test
    void letsThePartStandOnceItMasksWhatTheOthersWouldBeFoundBy() {
        Set<Place> four = Set.of(place(0, 0), place(0, 1), place(1, 0), place(1, 1));
        WholeAndParts together = new WholeAndParts(shown(OFFICE, Set.of()), List.of(shown(ORGANISER, four)), FIVE);
        assertThat(together.leftOver()).isEmpty();
        assertThat(together.findings(0)).isEmpty();
        assertThat(together.findings(1)).isEmpty();
        assertThat(together.of(1, place(0, 0)).least()).isEqualTo(1, within(1e-6));
        assertThat(together.of(1, place(0, 0)).most().orElseThrow()).isEqualTo(12, within(1e-6));
    }

    /** A part masks 1 and 19 of 20; that there are only 3 in the whole at the first place says that it is 1 to 3. */
    @Test
    void findsAMaskedNumberOfAPartThatTheWholeHoldsTightly() {
        Set<Place> four = Set.of(place(0, 0), place(0, 1), place(1, 0), place(1, 1));
        WholeAndParts together = new WholeAndParts(
                shown(new int[][] {{5, 30}, {25, 40}}, Set.of()),
                List.of(shown(new int[][] {{2, 18}, {5, 15}}, four)),
                FIVE);
        assertThat(together.of(1, place(0, 0)).most().orElseThrow()).isEqualTo(5, within(1e-6));
        WholeAndParts tighter = new WholeAndParts(
                new Table(
                        table(new int[][] {{3, 32}, {25, 40}}),
                        new Masking(table(new int[][] {{3, 32}, {25, 40}}), FIVE).masking(Set.of())),
                List.of(shown(new int[][] {{2, 18}, {5, 15}}, four)),
                FIVE);
        assertThat(tighter.findings(1)).extracting(finding -> finding.place()).contains(place(0, 0));
    }

    /** What is left without the first part is the second and the rest, without both only the rest. */
    @Test
    void takesEachPartAwayAndAllOfThem() {
        WholeAndParts together = new WholeAndParts(
                shown(new int[][] {{20, 30}, {40, 50}}, Set.of()),
                List.of(
                        shown(new int[][] {{10, 10}, {10, 10}}, Set.of()),
                        shown(new int[][] {{7, 5}, {5, 5}}, Set.of())),
                FIVE);
        assertThat(together.leftOver())
                .extracting(LeftOver::left)
                .containsExactly(new Left(place(0, 0), List.of(1, 2), new Count(3, 3)));
    }

    /** Rows and columns of the part and of the whole at once: the bounds hold every table of whole numbers, and are no wider than they. */
    @Test
    void boundsAreThoseOfEveryPairOfTablesThatCouldStandThere() {
        Random random = new Random(7);
        int tried = 0;
        for (int round = 0; round < 60; round++) {
            int[][] part = new int[2][3];
            int[][] whole = new int[2][3];
            Set<Place> inPart = new java.util.HashSet<>();
            Set<Place> inWhole = new java.util.HashSet<>();
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 3; column++) {
                    part[row][column] = 1 + random.nextInt(4);
                    whole[row][column] = part[row][column] + random.nextInt(4);
                    if (random.nextInt(6) > 0) {
                        inPart.add(place(row, column));
                    }
                    if (round % 2 == 0 && random.nextInt(2) == 0) {
                        inWhole.add(place(row, column));
                    }
                }
            }
            Table read = shown(whole, inWhole);
            Table partly = shown(part, inPart);
            WholeAndParts together = new WholeAndParts(read, List.of(partly), FIVE);
            Map<Place, int[]> parts = new HashMap<>();
            Map<Place, int[]> rests = new HashMap<>();
            for (Map<Place, Integer> w : everyTable(read)) {
                for (Map<Place, Integer> p : everyTable(partly)) {
                    if (p.entrySet().stream().allMatch(each -> each.getValue() <= w.get(each.getKey()))) {
                        p.forEach((place, value) -> {
                            note(parts, place, value);
                            note(rests, place, w.get(place) - value);
                        });
                        tried++;
                    }
                }
            }
            boolean exact = inWhole.isEmpty();
            parts.keySet().stream()
                    .filter(inPart::contains)
                    .forEach(place -> holds(together.of(1, place), parts.get(place), exact));
            together.left().stream()
                    .filter(each -> rests.containsKey(each.place()))
                    .forEach(each -> holds(together.of(each), rests.get(each.place()), exact));
        }
        assertThat(tried).isGreaterThan(100);
    }

    private static void note(Map<Place, int[]> ends, Place place, int value) {
        int[] end = ends.computeIfAbsent(place, any -> new int[] {value, value});
        end[0] = Math.min(end[0], value);
        end[1] = Math.max(end[1], value);
    }

    private static void holds(Range range, int[] ends, boolean exact) {
        assertThat(range.least()).isLessThanOrEqualTo(ends[0] + 1e-6);
        assertThat(range.most().orElseThrow()).isGreaterThanOrEqualTo(ends[1] - 1e-6);
        if (exact) {
            assertThat(range.least()).isEqualTo(ends[0], within(1e-6));
            assertThat(range.most().orElseThrow()).isEqualTo(ends[1], within(1e-6));
        }
    }

    /** Every way to fill what is masked inside a table with whole numbers from one, with the same totals. */
    private static List<Map<Place, Integer>> everyTable(Table table) {
        List<Place> inside = table.counted().places().stream()
                .filter(place -> !place.isTotal())
                .toList();
        List<Map<Place, Integer>> all = new ArrayList<>();
        fill(table, inside, new HashMap<>(), all);
        return all;
    }

    private static void fill(
            Table table, List<Place> inside, Map<Place, Integer> filled, List<Map<Place, Integer>> all) {
        if (filled.size() == inside.size()) {
            if (table.counted().sums().stream()
                    .filter(sum -> sum.parts().stream().noneMatch(Place::isTotal))
                    .allMatch(sum -> sum.parts().stream().mapToInt(filled::get).sum()
                            == (int) table.counted().at(sum.whole()).value())) {
                all.add(Map.copyOf(filled));
            }
            return;
        }
        Place next = inside.get(filled.size());
        int most = (int) table.counted().at(new Place(next.row(), Place.ALL)).value();
        int from = table.shown().at(next).isPresent()
                ? (int) table.shown().at(next).getAsDouble()
                : 1;
        int to = table.shown().at(next).isPresent() ? from : most;
        for (int value = from; value <= to; value++) {
            filled.put(next, value);
            if (rowMayAdd(table, next, filled)) {
                fill(table, inside, filled, all);
            }
            filled.remove(next);
        }
    }

    /** Whether the row is not full yet, or comes to its total. */
    private static boolean rowMayAdd(Table table, Place last, Map<Place, Integer> filled) {
        List<String> columns = table.counted().columns();
        return !columns.getLast().equals(last.column())
                || columns.stream()
                                .mapToInt(column -> filled.get(new Place(last.row(), column)))
                                .sum()
                        == (int) table.counted()
                                .at(new Place(last.row(), Place.ALL))
                                .value();
    }

    /** Two of ten organisers' money: whoever takes the organiser's from the office's is left with one other's, to the krona. */
    @Test
    void findsTheMoneyOfOneThatIsLeft() {
        Place year = new Place("2025", "PAID");
        Place all = new Place(Place.ALL, "PAID");
        CountedTable office = new CountedTable(
                List.of("2025"),
                List.of("PAID"),
                Map.of(year, new Count(900_000, 6), all, new Count(900_000, 6)),
                true,
                false);
        CountedTable organiser = new CountedTable(
                List.of("2025"),
                List.of("PAID"),
                Map.of(year, new Count(600_000, 5), all, new Count(600_000, 5)),
                true,
                false);
        Rule sums = Rule.ofSums(5);
        WholeAndParts together = new WholeAndParts(
                new Table(office, new Masking(office, sums).masking(Set.of())),
                List.of(new Table(organiser, new Masking(organiser, sums).masking(Set.of()))),
                sums);
        assertThat(together.leftOver()).hasSize(2);
    }

    /** Numbers of different days: what the whole cannot hold is not reckoned with, and nothing else is lost by it. */
    @Test
    void leavesOutWhatTheWholeCannotHold() {
        WholeAndParts together = new WholeAndParts(
                shown(new int[][] {{6, 30}, {25, 40}}, Set.of()), List.of(shown(ORGANISER, Set.of())), FIVE);
        assertThat(together.left()).extracting(Left::place).doesNotContain(place(0, 0));
        assertThat(together.leftOver()).isEmpty();
    }
}
