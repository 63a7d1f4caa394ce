package se.samverkan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure.Exact;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfUnit;
import se.samverkan.statistics.Snapshots.Snapshot;

/** What was known when a snapshot was taken stays known, whatever is revised later. */
class SnapshotsTests {

    private final IntakeBench bench = new IntakeBench();
    private final Snapshots snapshots = new StoredSnapshots(
            JdbcClient.create(bench.where().asApplication()), bench.where().asApplication(), bench.directory());

    @BeforeEach
    void someUnits() {
        bench.someUnits(2);
    }

    @Test
    void aLaterRevisionDoesNotChangeIt() {
        bench.take(List.of(merit("10000001", 210), merit("10000002", 230)));
        Snapshot before = snapshots.take("urval");

        bench.take(List.of(merit("10000001", 215)));

        assertThat(snapshots.read(before.id(), "10000001")).containsExactly(merit("10000001", 210));
        assertThat(snapshots.isWhole(before.id())).isTrue();
        assertThat(before.observations()).isEqualTo(2);
        Snapshot after = snapshots.take("urval, igen");
        assertThat(snapshots.read(after.id(), "10000001")).containsExactly(merit("10000001", 215));
        assertThat(after.checksum()).isNotEqualTo(before.checksum());
    }

    @Test
    void tellsWhenSomebodyChangedThePast() {
        bench.take(List.of(merit("10000001", 210)));
        Snapshot taken = snapshots.take("urval");

        bench.behind().sql("update statistics.observation set value = 211").update();

        assertThat(snapshots.isWhole(taken.id())).isFalse();
    }

    @Test
    void knowsTheLastImportOfADay() {
        int first = bench.take(List.of(merit("10000001", 210))).importId();
        bench.behind()
                .sql("update statistics.import set recorded_at = '2025-03-01 22:30:00+00'")
                .update();
        bench.take(List.of(merit("10000001", 215)));

        assertThat(snapshots.lastImportOn(LocalDate.of(2025, 2, 28))).isZero();
        assertThat(snapshots.lastImportOn(LocalDate.of(2025, 3, 1))).isEqualTo(first);
    }

    private static Observation merit(String unit, double value) {
        return new Observation(
                new OfUnit(unit),
                "gr9-merit",
                Breakdown.ALL,
                Period.schoolYear(2024),
                new Exact(value, Double.toString(value)),
                null);
    }
}
