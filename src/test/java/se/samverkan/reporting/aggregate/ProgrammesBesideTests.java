package se.samverkan.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
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
import se.samverkan.statistics.disclosure.Place;

/** An office's table and its organisers', released one after the other: none gives away another, or those that are left. */
class ProgrammesBesideTests {

    private static final long OFFICE = 1;
    private static final List<String> ROWS = List.of("01", "03", "04");
    private static final List<String> COLUMNS = List.of("SCHOOL", "PRESCHOOL");

    private static CountedTable units(int[][] numbers) {
        Map<Place, Count> counts = new HashMap<>();
        for (int row = 0; row < numbers.length; row++) {
            for (int column = 0; column < numbers[row].length; column++) {
                int value = numbers[row][column];
                for (String r : List.of(ROWS.get(row), Place.ALL)) {
                    for (String c : List.of(COLUMNS.get(column), Place.ALL)) {
                        counts.merge(
                                new Place(r, c),
                                new Count(value, value),
                                (one, more) -> new Count(
                                        one.value() + more.value(), one.contributors() + more.contributors()));
                    }
                }
            }
        }
        return new CountedTable(ROWS, COLUMNS, counts, true, true);
    }

    private static Related related(long organisation, CountedTable counted, MaskedTable shown) {
        return new Related(
                new Standing(
                        new Names("Nr " + organisation, "No " + organisation),
                        Topic.UNITS,
                        shown,
                        at -> new Names(at.key(), at.key())),
                OFFICE,
                organisation,
                counted);
    }

    private static ReadTogether of(long organisation, CountedTable counted, List<Related> others) {
        return new ReadTogether(
                Map.of(Topic.UNITS, counted), List.of(), new ProgrammesBeside(organisation, List.copyOf(others)));
    }

    private static final CountedTable ALL = units(new int[][] {{12, 30}, {25, 40}, {20, 20}});
    private static final CountedTable ONE = units(new int[][] {{9, 10}, {8, 12}, {6, 6}});

    private static MaskedTable whole(CountedTable table) {
        return new Masking(table, Topic.UNITS.rule()).masking(Set.of());
    }

    @Test
    void refusesAnOrganisersTableThatTellsWhatTheOthersOfItsOfficeAre() {
        ReadTogether together = of(2, ONE, List.of(related(OFFICE, ALL, whole(ALL))));
        Trial trial = together.tried(Topic.UNITS, Set.of());
        assertThat(trial.passes()).isFalse();
        assertThat(trial.remainders()).singleElement().satisfies(left -> {
            assertThat(left.place()).isEqualTo(new Place("01", "SCHOOL"));
            assertThat(left.beside()).extracting(Standing::name).containsExactly(new Names("Nr 1", "No 1"));
        });
        MaskedTable suggested = together.masked(Topic.UNITS);
        assertThat(suggested.hidden()).containsKey(new Place("01", "SCHOOL"));
        assertThat(together.tried(Topic.UNITS, suggested.hidden().keySet()).passes())
                .isTrue();
    }

    @Test
    void refusesAnOfficesTableForTheSame() {
        ReadTogether together = of(OFFICE, ALL, List.of(related(2, ONE, whole(ONE))));
        assertThat(together.tried(Topic.UNITS, Set.of()).remainders()).hasSize(1);
        assertThat(together.beside(Topic.UNITS)).hasSize(1);
        MaskedTable suggested = together.masked(Topic.UNITS);
        assertThat(together.tried(Topic.UNITS, suggested.hidden().keySet()).passes())
                .isTrue();
    }

    /** The organiser has two of three schools there and masks them; the office's 3 of that place, shown, would leave one or two. */
    @Test
    void namesAMaskedNumberOfAnOrganiserThatTheOfficesTableWouldGiveAway() {
        CountedTable organiser = units(new int[][] {{2, 10}, {8, 12}, {6, 6}});
        CountedTable office = units(new int[][] {{2, 30}, {25, 40}, {20, 20}});
        MaskedTable masked = new Masking(organiser, Topic.UNITS.rule()).masked();
        ReadTogether together = of(OFFICE, office, List.of(related(2, organiser, masked)));
        assertThat(together.tried(Topic.UNITS, Set.of()).leaks())
                .extracting(Leak::place)
                .contains(new Place("01", "SCHOOL"));
    }

    /** What two others already give away is not laid to the charge of a third. */
    @Test
    void isNotRefusedForWhatStandsAlready() {
        CountedTable elsewhere = units(new int[][] {{0, 6}, {0, 7}, {0, 0}});
        ReadTogether together =
                of(3, elsewhere, List.of(related(OFFICE, ALL, whole(ALL)), related(2, ONE, whole(ONE))));
        assertThat(together.tried(Topic.UNITS, Set.of()).remainders())
                .noneMatch(left -> left.place().equals(new Place("01", "SCHOOL")));
    }

    @Test
    void triesNoMedianAsAPartOfAnother() {
        ReadTogether together = of(2, ONE, List.of());
        assertThat(Topic.TIMES.isOfParts()).isFalse();
        assertThat(Topic.SIGN_SHARES.isOfParts()).isFalse();
        assertThat(together.beside(Topic.UNITS)).isEmpty();
    }

    /** In any order: an office and two organisers, each with what the system suggests, all pass beside those before. */
    @Test
    void findsAMaskingForEachBesideAllBefore() {
        Random random = new Random(5);
        for (int round = 0; round < 40; round++) {
            int[][] first = any(random);
            int[][] second = any(random);
            int[][] rest = any(random);
            Map<Long, CountedTable> tables =
                    Map.of(2L, units(first), 3L, units(second), OFFICE, units(sum(first, second, rest)));
            List<Long> order = new ArrayList<>(List.of(OFFICE, 2L, 3L));
            java.util.Collections.shuffle(order, random);
            List<Related> before = new ArrayList<>();
            for (long organisation : order) {
                CountedTable counted = tables.get(organisation);
                ReadTogether together = of(organisation, counted, before);
                MaskedTable masked = together.masked(Topic.UNITS);
                assertThat(together.tried(Topic.UNITS, masked.hidden().keySet()))
                        .as("round %d, %d of %s", round, organisation, order)
                        .matches(Trial::passes);
                before.add(related(organisation, counted, masked));
            }
        }
    }

    private static int[][] any(Random random) {
        int[][] numbers = new int[3][2];
        for (int[] row : numbers) {
            java.util.Arrays.setAll(row, at -> random.nextInt(4) == 0 ? 0 : random.nextInt(14));
        }
        return numbers;
    }

    private static int[][] sum(int[][]... all) {
        int[][] sum = new int[3][2];
        for (int[][] one : all) {
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 2; column++) {
                    sum[row][column] += one[row][column];
                }
            }
        }
        return sum;
    }
}
