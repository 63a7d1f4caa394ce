package se.samverkan.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.testing.TestDatabases;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** What the database itself holds of the audit log, whoever comes. */
class AuditLogTests {

    private final TestDatabase database = TestDatabases.fresh();
    private final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final JdbcClient application = JdbcClient.create(database.asApplication());

    @BeforeEach
    void writesAFewLinks() {
        append(0, "area.renamed", "1");
        append(7, "area.renamed", "2");
        append(7, "area.renamed", "2");
    }

    private long append(long chain, String what, String id) {
        return application
                .sql("select records.append(?, ?, 'area', ?, 'Norr', '[{\"field\": \"name\", \"before\": \"N\"}]')")
                .params(chain, what, id)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update records.audit_entry set what = 'other'",
                "delete from records.audit_entry",
                "truncate records.audit_entry",
                "insert into records.audit_entry select * from records.audit_entry",
                "update records.audit_value set after = 'other'",
                "delete from records.audit_value",
                "update records.audit_chain set last_position = 0",
                "call records.create_audit_partition(2050)",
                "alter table records.audit_entry disable trigger all"
            })
    void isNotTouchedByTheApplication(String deed) {
        assertThatThrownBy(() -> application.sql(deed).update()).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update records.audit_entry set what = 'other'",
                "delete from records.audit_entry",
                "truncate records.audit_entry",
                "update records.audit_value set after = 'other'",
                "delete from records.audit_value",
                "truncate records.audit_value"
            })
    void isNotTouchedByItsOwnerEither(String deed) {
        String year = owner.sql("select extract(year from now() at time zone 'UTC')::int::text")
                .query(String.class)
                .single();
        String atPartition = deed.replaceFirst("(records\\.audit_(entry|value))", "$1_" + year);

        assertThatThrownBy(() -> owner.sql(deed).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> owner.sql(atPartition).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void isSeenByNobodyWhoMayNotReadLogs() {
        assertThat(application
                        .sql("select count(*) from records.audit_entry")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(application
                        .sql("select count(*) from records.audit_value")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(application
                        .sql("select count(*) from records.audit_chain")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void numbersTheLinksOfEachChainByThemselves() {
        assertThat(append(0, "area.renamed", "1")).isEqualTo(2);
        assertThat(append(7, "area.renamed", "1")).isEqualTo(3);
    }

    @Test
    void losesNoLinkWhenManyWriteToOneChainAtOnce() throws Exception {
        List<Callable<Long>> writers = IntStream.range(0, 120)
                .mapToObj(n -> (Callable<Long>) () -> append(9, "area.renamed", "n" + n))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Future<Long>> positions = threads.invokeAll(writers);

            assertThat(positions.stream().map(Future::resultNow))
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 120)
                            .mapToObj(n -> (long) n)
                            .toList());
        }
        assertThat(owner.sql("""
                        select count(*) from (
                            select previous, lag(hash) over (order by position) as before, position, at,
                                lag(at) over (order by position) as earlier
                            from records.audit_entry where organisation = 9) links
                        where position > 1 and (previous <> before or at < earlier)
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void makesRoomForAYearThatNobodyPrepared() {
        owner.sql("call records.create_audit_partition(2031)").update();
        assertThat(partitions("audit_entry_2031")).isTrue();

        TestDatabase unprepared = TestDatabases.fresh();
        JdbcClient its = JdbcClient.create(unprepared.asOwner());
        String year = its.sql("select extract(year from now() at time zone 'UTC')::int::text")
                .query(String.class)
                .single();
        its.sql("drop table records.audit_entry_" + year + ", records.audit_value_" + year)
                .update();

        JdbcClient.create(unprepared.asApplication())
                .sql("select records.append(0, 'area.renamed', 'area', '1', 'Norr', '[]')")
                .query(Long.class)
                .single();

        assertThat(its.sql("select count(*) from records.audit_entry_" + year)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void preparesNextYearBeforeItComes() {
        application.sql("call records.keep_partitions_ahead()").update();

        assertThat(partitions("audit_value_"
                        + owner.sql("select extract(year from now() at time zone 'UTC')::int + 1")
                                .query(Integer.class)
                                .single()))
                .isTrue();
    }

    private boolean partitions(String table) {
        return owner.sql("select to_regclass('records.' || ?) is not null")
                .param(table)
                .query(Boolean.class)
                .single();
    }
}
