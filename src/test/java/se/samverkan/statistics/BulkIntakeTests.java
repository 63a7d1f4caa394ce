package se.samverkan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Figure.Exact;
import se.samverkan.statistics.Figure.Masked;
import se.samverkan.statistics.Intake.Taken;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfMunicipality;
import se.samverkan.statistics.Observation.Subject.OfUnit;

/** The intake adds what is new, revises what changed, leaves what is said again, and takes all or nothing. */
class BulkIntakeTests {

    private static final Period YEAR = Period.schoolYear(2024);

    private final IntakeBench bench = new IntakeBench();
    private final JdbcClient behind = bench.behind();

    @BeforeEach
    void someUnits() {
        bench.someUnits(3);
    }

    @Test
    void addsTheVeryFirstFigures() {
        Taken taken = bench.take(List.of(merit("10000001", 210.5), merit("10000002", 230)));

        assertThat(taken)
                .extracting(Taken::read, Taken::added, Taken::revised, Taken::unchanged)
                .containsExactly(2, 2, 0, 0);
        assertThat(count("revised_by is null")).isEqualTo(2);
    }

    @Test
    void aChangedValueRevisesAndTheOldOneStays() {
        bench.take(List.of(merit("10000001", 210.5), merit("10000002", 230)));

        Taken taken = bench.take(List.of(merit("10000001", 211), merit("10000002", 230), merit("10000003", 199)));

        assertThat(taken)
                .extracting(Taken::read, Taken::added, Taken::revised, Taken::unchanged)
                .containsExactly(3, 1, 1, 1);
        assertThat(count("revised_by = " + taken.importId() + " and value = 210.5"))
                .isEqualTo(1);
        assertThat(count("revised_by is null and value = 211")).isEqualTo(1);
    }

    @Test
    void aValueThatIsMaskedLaterIsARevision() {
        bench.take(List.of(merit("10000001", 210.5)));

        Taken taken = bench.take(List.of(observation("10000001", new Masked(".."), null)));

        assertThat(taken.revised()).isEqualTo(1);
        assertThat(count("revised_by is null and status = 4 and token = '..' and value is null"))
                .isEqualTo(1);
    }

    @Test
    void aCohortThatIsLeftOutStaysWhatItWas() {
        bench.take(List.of(observation("10000001", new Exact(210, "210"), 45)));

        Taken again = bench.take(List.of(observation("10000001", new Exact(210, "210,0"), null)));
        Taken changed = bench.take(List.of(observation("10000001", new Exact(212, "212"), null)));

        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(changed.revised()).isEqualTo(1);
        assertThat(count("revised_by is null and n = 45 and value = 212")).isEqualTo(1);
    }

    @Test
    void refusesAUnitThatNobodyKnowsAndTakesNothing() {
        bench.take(List.of(merit("10000001", 210.5)));

        assertThatThrownBy(() -> bench.take(List.of(merit("10000002", 200), merit("99999999", 1))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo("refusal.import.unknown-unit");
                    assertThat(refusal.details()).containsExactly("99999999");
                });
        assertThat(count("true")).isEqualTo(1);
        assertThat(behind.sql("select count(*) from statistics.import")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesTheSameFigureTwiceInOneImport() {
        assertThatThrownBy(() -> bench.take(List.of(merit("10000001", 1), merit("10000001", 2))))
                .isInstanceOf(Refusal.class);
        bench.take(List.of(merit("10000002", 1)));
        assertThatThrownBy(() -> bench.take(List.of(merit("10000001", 1), merit("10000001", 2))))
                .isInstanceOf(Refusal.class);
        assertThat(count("true")).isEqualTo(1);
    }

    @Test
    void keepsABreakdownAndATypeOfOrganiserApart() {
        Observation girls = new Observation(
                new OfMunicipality("0114", "MUNICIPAL"),
                "gr9-eligible-arts",
                new Breakdown("SEX", "GIRLS"),
                YEAR,
                new Exact(80, "80,0"),
                30);
        Observation all = new Observation(
                new OfMunicipality("0114", "ALL"), "gr9-eligible-arts", Breakdown.ALL, YEAR, new Exact(81, "81"), 60);

        bench.take(List.of(girls, all));

        assertThat(count("breakdown = 0")).isEqualTo(1);
        assertThat(count("breakdown <> 0 and n = 30")).isEqualTo(1);
        assertThat(behind.sql("select count(distinct subject) from statistics.observation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void everyIntakeCountsTheVersionOfTheDataUp() {
        long before = version();
        bench.take(List.of(merit("10000001", 210.5)));
        assertThat(version()).isEqualTo(before + 1);
    }

    private long version() {
        return behind.sql("select version from statistics.data_version")
                .query(Long.class)
                .single();
    }

    private int count(String where) {
        return behind.sql("select count(*) from statistics.observation where " + where)
                .query(Integer.class)
                .single();
    }

    private static Observation merit(String unit, double value) {
        return observation(unit, new Exact(value, Double.toString(value)), null);
    }

    private static Observation observation(String unit, Figure figure, Integer n) {
        return new Observation(new OfUnit(unit), "gr9-merit", Breakdown.ALL, YEAR, figure, n);
    }
}
