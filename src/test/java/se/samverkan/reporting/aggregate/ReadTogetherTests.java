package se.samverkan.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import se.samverkan.reporting.aggregate.ReadTogether.Leak;
import se.samverkan.reporting.aggregate.ReadTogether.Standing;
import se.samverkan.statistics.disclosure.Count;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.MaskedTable;
import se.samverkan.statistics.disclosure.Masking;
import se.samverkan.statistics.disclosure.Masking.Fault;
import se.samverkan.statistics.disclosure.Masking.Finding;
import se.samverkan.statistics.disclosure.Place;

/** What no table gives away alone is not given away by several that are read beside each other. */
class ReadTogetherTests {

    private static final List<String> COUNTIES = List.of("01", "03", "04");
    private static final List<String> LEVELS = List.of("SCHOOL", "PRESCHOOL", "ORGANISER");

    /** Numbers of units, with all their totals. */
    private static CountedTable table(List<String> rows, List<String> columns, int[][] numbers) {
        Map<Place, Count> counts = new HashMap<>();
        for (int row = 0; row < numbers.length; row++) {
            for (int column = 0; column < numbers[row].length; column++) {
                int value = numbers[row][column];
                for (String r : List.of(rows.get(row), Place.ALL)) {
                    for (String c : List.of(columns.get(column), Place.ALL)) {
                        counts.merge(
                                new Place(r, c),
                                new Count(value, value),
                                (one, more) -> new Count(
                                        one.value() + more.value(), one.contributors() + more.contributors()));
                    }
                }
            }
        }
        return new CountedTable(rows, columns, counts, true, true);
    }

    private static CountedTable units(int[][] numbers) {
        return table(COUNTIES, LEVELS, numbers);
    }

    private static Place place(String row, String column) {
        return new Place(row, column);
    }

    private static Standing standing(Topic topic, MaskedTable table) {
        return new Standing(new Names("Förut", "Before"), topic, table, at -> new Names(at.key(), at.key()));
    }

    private static ReadTogether beside(Topic topic, CountedTable now, MaskedTable before) {
        return new ReadTogether(Map.of(topic, now), List.of(standing(topic, before)));
    }

    private static final int[][] FIRST = {{3, 20, 30}, {40, 50, 60}, {70, 80, 90}};

    /** Each passes alone; but the first shows 30, with which the row of the second is 53 − 20 − 30. */
    @Test
    void findsANumberThatTwoVersionsMaskDifferently() {
        CountedTable table = units(FIRST);
        Masking alone = new Masking(table, Topic.UNITS.rule());
        Set<Place> other = Set.of(
                place("01", "SCHOOL"), place("01", "ORGANISER"), place("03", "SCHOOL"), place("03", "ORGANISER"));
        assertThat(alone.findings(other)).isEmpty();
        ReadTogether together = beside(Topic.UNITS, table, alone.masked());
        assertThat(together.masking(Topic.UNITS).findings(other))
                .filteredOn(finding -> finding.place().equals(place("01", "SCHOOL")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fault()).isEqualTo(Fault.TOLD_ELSEWHERE);
                    assertThat(finding.range().width()).isLessThan(1e-6);
                });
        assertThat(together.leaks(Topic.UNITS, alone.masking(other)))
                .extracting(Leak::place)
                .contains(place("01", "SCHOOL"));
        assertThat(together.masked(Topic.UNITS).hidden())
                .isEqualTo(alone.masked().hidden());
    }

    @Test
    void findsThatTheEarlierVersionIsGivenAwayThoughTheNewOneMasksNothing() {
        MaskedTable before = new Masking(units(FIRST), Topic.UNITS.rule()).masked();
        CountedTable now = units(new int[][] {{9, 20, 30}, {40, 50, 60}, {70, 80, 90}});
        ReadTogether together = beside(Topic.UNITS, now, before);
        Masking masking = together.masking(Topic.UNITS);
        assertThat(masking.findings(Set.of())).isEmpty();
        assertThat(together.leaks(Topic.UNITS, masking.masking(Set.of()))).isNotEmpty();
        assertThat(together.leaks(Topic.UNITS, together.masked(Topic.UNITS))).isEmpty();
    }

    @Test
    void masksFreelyAgainWhenEverythingHasChanged() {
        MaskedTable before = new Masking(units(FIRST), Topic.UNITS.rule()).masked();
        CountedTable now = units(new int[][] {{9, 21, 33}, {41, 52, 64}, {75, 86, 97}});
        ReadTogether together = beside(Topic.UNITS, now, before);
        assertThat(together.masked(Topic.UNITS).hidden()).isEmpty();
        assertThat(together.leaks(Topic.UNITS, together.masked(Topic.UNITS))).isEmpty();
    }

    private static final List<String> REASONS = List.of("TIME", "RESOURCES");
    private static final List<String> STANDINGS = List.of("RUNNING", "DECLINED");

    private static Map<Topic, CountedTable> declined() {
        return new EnumMap<>(Map.of(
                Topic.STANDINGS, table(STANDINGS, LEVELS, new int[][] {{30, 31, 32}, {9, 2, 12}}),
                Topic.REASONS, table(REASONS, LEVELS, new int[][] {{6, 1, 5}, {3, 1, 7}})));
    }

    /** Two preschools said no. One table masks them with the nine schools, and the other tells that there are nine schools. */
    @Test
    void findsWhatATotalOfAnotherTableTells() {
        Map<Topic, CountedTable> counted = declined();
        CountedTable reasons = java.util.Objects.requireNonNull(counted.get(Topic.REASONS));
        Set<Place> all = new HashSet<>(reasons.places());
        all.removeAll(Set.of(place(Place.ALL, "SCHOOL"), place(Place.ALL, "ORGANISER"), place(Place.ALL, Place.ALL)));
        Masking alone = new Masking(reasons, Topic.REASONS.rule());
        MaskedTable standings = new Masking(
                        java.util.Objects.requireNonNull(counted.get(Topic.STANDINGS)), Topic.STANDINGS.rule())
                .masking(Set.of(
                        place("DECLINED", "SCHOOL"),
                        place("DECLINED", "PRESCHOOL"),
                        place("RUNNING", "SCHOOL"),
                        place("RUNNING", "PRESCHOOL")));
        ReadTogether together = new ReadTogether(counted, List.of(standing(Topic.STANDINGS, standings)));
        assertThat(together.leaks(Topic.REASONS, alone.masking(all)))
                .extracting(Leak::place)
                .contains(place("DECLINED", "PRESCHOOL"));
        assertThat(together.leaks(Topic.REASONS, together.masked(Topic.REASONS)))
                .isEmpty();
    }

    @Test
    void masksTheTablesOfAProgrammeSoThatNoneGivesAwayAnother() {
        Random random = new Random(3);
        int kept = 0;
        for (int round = 0; round < 100; round++) {
            Map<Topic, CountedTable> counted = anyCounted(random);
            Map<Topic, MaskedTable> shown = new ReadTogether(counted, List.of()).all();
            kept += shown.size();
            for (Topic topic : shown.keySet()) {
                ReadTogether together = new ReadTogether(
                        counted,
                        shown.entrySet().stream()
                                .filter(each -> each.getKey() != topic)
                                .map(each -> standing(each.getKey(), each.getValue()))
                                .toList());
                assertThat(together.tried(topic, shown.get(topic).hidden().keySet()))
                        .as("round %d, %s", round, topic)
                        .matches(Trial::passes);
            }
        }
        assertThat(kept).isGreaterThan(350);
    }

    /** Where the units are and stand, why as many as said no did so, and in which phase the others are, level by level. */
    private static Map<Topic, CountedTable> anyCounted(Random random) {
        int[][] units = new int[3][3];
        int[][] standings = new int[2][3];
        int[][] reasons = new int[2][3];
        int[][] phases = new int[2][3];
        for (int level = 0; level < 3; level++) {
            for (int county = 0; county < 3; county++) {
                units[county][level] = random.nextInt(9);
                standings[0][level] += units[county][level];
            }
            phases[0][level] = random.nextInt(standings[0][level] + 1);
            phases[1][level] = standings[0][level] - phases[0][level];
            reasons[0][level] = random.nextInt(9);
            reasons[1][level] = random.nextInt(9);
            standings[1][level] = reasons[0][level] + reasons[1][level];
        }
        return new EnumMap<>(Map.of(
                Topic.UNITS, units(units),
                Topic.STANDINGS, table(STANDINGS, LEVELS, standings),
                Topic.REASONS, table(REASONS, LEVELS, reasons),
                Topic.PHASES, table(List.of("analysis", "plan"), LEVELS, phases)));
    }

    /** A version each year, some numbers changed and most not: each passes beside all before it. */
    @Test
    void findsAMaskingForEachYearBesideAllBefore() {
        Random random = new Random(4);
        for (int round = 0; round < 40; round++) {
            int[][] numbers = new int[3][3];
            for (int[] row : numbers) {
                java.util.Arrays.setAll(row, at -> random.nextInt(12));
            }
            List<Standing> before = new java.util.ArrayList<>();
            for (int year = 0; year < 4; year++) {
                numbers[random.nextInt(3)][random.nextInt(3)] += random.nextInt(8);
                ReadTogether together = new ReadTogether(Map.of(Topic.UNITS, units(numbers)), before);
                MaskedTable masked = together.masked(Topic.UNITS);
                List<Finding> findings =
                        together.masking(Topic.UNITS).findings(masked.hidden().keySet());
                assertThat(findings).as("round %d year %d", round, year).isEmpty();
                assertThat(together.leaks(Topic.UNITS, masked))
                        .as("round %d year %d", round, year)
                        .isEmpty();
                before.add(standing(Topic.UNITS, masked));
            }
        }
    }
}
