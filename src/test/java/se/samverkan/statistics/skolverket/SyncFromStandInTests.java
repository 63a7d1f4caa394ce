package se.samverkan.statistics.skolverket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samverkan.access.ActingAs;
import se.samverkan.statistics.Sync;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A whole fetch of what was recorded from Skolverket; skipped where the recording does not lie beside the project. */
@SamverkanTest
@EnabledIf("se.samverkan.statistics.skolverket.StandIn#isThere")
class SyncFromStandInTests {

    private static final StandIn STAND_IN =
            StandIn.isThere() ? StandIn.start("--latency-ms", System.getProperty("samverkan.latency", "0")) : null;

    @DynamicPropertySource
    static void url(DynamicPropertyRegistry properties) {
        properties.add("samverkan.skolverket.url", () -> STAND_IN == null ? "" : STAND_IN.url());
    }

    @AfterAll
    static void stop() {
        if (STAND_IN != null) {
            STAND_IN.close();
        }
    }

    @Autowired
    Sync sync;

    @Autowired
    ActingAs actingAs;

    @Autowired
    JdbcClient database;

    @Autowired
    TestDatabase itself;

    @Test
    void takesInAllThatIsListedAndTheSecondTimeNothingIsNew() {
        Instant before = Instant.now();
        Sync.Receipt first = actingAs.console(() -> sync.run((step, done, total) -> {}));
        Duration took = Duration.between(before, Instant.now());
        System.out.printf("fetched %s answers in %d ms: %s%n", first.asked(), took.toMillis(), first.counts());
        first.troubles().stream().limit(8).forEach(System.out::println);

        assertThat(first.outcome()).isEqualTo("DONE");
        assertThat(first.asked())
                .isEqualTo(first.counts().fetched() + first.counts().nothing())
                .isLessThan(4_000);
        assertThat(first.counts().givenUp()).isZero();
        assertThat(first.counts().refused()).isZero();
        assertThat(first.counts().unitsAdded()).isEqualTo(1940);
        assertThat(first.counts().added()).isGreaterThan(70_000);
        assertThat(JdbcClient.create(itself.asOwner())
                        .sql("select count(*) from records.audit_entry where subject_id = ?")
                        .param(first.id().toString())
                        .query(Long.class)
                        .single())
                .as("lines in the log")
                .isOne();
        assertThat(value("44673074", "salsa-merit-actual", "264")).isOne();
        assertThat(value("10226870", "gy-teachers-licensed-share-fte", "94,9")).isOne();

        Sync.Receipt second = actingAs.console(() -> sync.run((step, done, total) -> {}));

        assertThat(second.counts().added()).isZero();
        assertThat(second.counts().revised()).isZero();
        assertThat(second.counts().unchanged()).isEqualTo(first.counts().added());
        assertThat(second.counts().unitsAdded()).isZero();
        assertThat(second.counts().unitsChanged()).isZero();
    }

    private long value(String unit, String indicator, String token) {
        return database.sql("""
                select count(*) from statistics.observation o
                join statistics.subject s on s.id = o.subject join organisation.unit u on u.id = s.unit
                join statistics.indicator i on i.id = o.indicator
                where u.key = ? and i.code = ? and o.token = ? and o.breakdown = 0
                """)
                .params(unit, indicator, token)
                .query(Long.class)
                .single();
    }
}
