package se.samverkan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases;
import se.samverkan.testing.TestDatabases.TestDatabase;

/**
 * Every guarded table with rows of two organisations, asked in SQL as the application's role past every door: the own are
 * seen and written, the others' are neither.
 */
class GuardedRowsTests {

    private static final TestDatabase DATABASE = TestDatabases.fresh();

    private final Cast cast = new Cast(DATABASE);
    private final JdbcClient behind = cast.behind();
    private final JdbcClient application = JdbcClient.create(
            new SingleConnectionDataSource(DATABASE.url(), "samverkan_app", DATABASE.password(), true));

    private long own;
    private long foreign;

    /** The tables that organisations keep rows in: who may write them, and what a row says beside whose it is. */
    private enum Kept {
        AREA("organisation.area", "name", "'Norr ' || gen_random_uuid()"),
        CALENDAR(
                "organisation.calendar_day",
                "kind, name, first_day, last_day",
                "'TERM', 'Höst', '2026-08-17', '2026-12-18'"),
        SUCCESSION(
                "organisation.succession",
                "kind, predecessor, successor, happened_on",
                "'MOVED', %1$d, %1$d, '2025-07-01'"),
        AREA_UNIT("organisation.area_unit", "area, unit", "%2$d, %1$d");

        private final String table;
        private final String columns;
        private final String values;

        Kept(String table, String columns, String values) {
            this.table = table;
            this.columns = columns;
            this.values = values;
        }
    }

    @BeforeEach
    void twoOrganisations() {
        own = cast.organisation("Egna");
        foreign = cast.organisation("Andra");
    }

    private void becomes(long person) {
        application
                .sql("select set_config('samverkan.person', ?, false)")
                .param(Long.toString(person))
                .query(String.class)
                .single();
    }

    private String row(Kept kept, long organisation, String visibility) {
        long unit = cast.unit("Skola", organisation);
        long area = kept == Kept.AREA_UNIT ? anArea(organisation) : 0;
        return "insert into " + kept.table + " (" + kept.columns
                + ", owner_organisation, organiser, visibility) values (" + kept.values.formatted(unit, area) + ", "
                + organisation + ", " + organisation + ", '" + visibility + "')";
    }

    private long anArea(long organisation) {
        return behind.sql("insert into organisation.area (name, owner_organisation, organiser) values ("
                        + Kept.AREA.values + ", :organisation, :organisation) returning id")
                .param("organisation", organisation)
                .query(Long.class)
                .single();
    }

    private long seen(String table, long organisation) {
        return application
                .sql("select count(*) from " + table + " where owner_organisation = ?")
                .param(organisation)
                .query(Long.class)
                .single();
    }

    private void isRefused(String sql) {
        assertThatThrownBy(() -> application.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @CsvSource({"OWN,0", "OPENED,0", "SHARED,0", "PUBLIC,1"})
    void showsEveryOwnRowAndOfTheOthersWhatIsPublic(String visibility, long shown) {
        long coordinator = cast.player("Samordnare", Role.COORDINATOR, own);
        for (Kept kept : Kept.values()) {
            behind.sql(row(kept, own, visibility)).update();
            behind.sql(row(kept, foreign, visibility)).update();
        }
        behind.sql("update organisation.area set visibility = ?")
                .param(visibility)
                .update();
        becomes(coordinator);

        for (Kept kept : Kept.values()) {
            assertThat(seen(kept.table, own)).as("own " + kept).isPositive();
            assertThat(seen(kept.table, foreign) > 0).as("foreign " + kept).isEqualTo(shown > 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Kept.class)
    void writesOwnRowsAndNoForeignOnes(Kept kept) {
        long coordinator = cast.player("Samordnare", Role.COORDINATOR, own);
        behind.sql(row(kept, foreign, "PUBLIC")).update();
        String owns = row(kept, own, "OWN");
        String others = row(kept, foreign, "PUBLIC");
        becomes(coordinator);

        assertThat(application.sql(owns).update()).isEqualTo(1);
        isRefused(others);
        if (kept != Kept.AREA_UNIT) {
            assertThat(changes(kept, foreign)).isZero();
            assertThat(changes(kept, own)).isPositive();
            isRefused("update " + kept.table + " set owner_organisation = " + foreign + " where owner_organisation = "
                    + own);
        }
    }

    @ParameterizedTest
    @EnumSource(Kept.class)
    void letsNobodyWriteWhoHasNoRight(Kept kept) {
        long provider = cast.player("Anordnare", Role.PROVIDER, own);
        behind.sql(row(kept, own, "OWN")).update();
        String more = row(kept, own, "OWN");

        for (long person : new long[] {provider, 0}) {
            becomes(person);
            isRefused(more);
            assertThat(kept == Kept.AREA_UNIT ? 0 : changes(kept, own)).isZero();
        }
        assertThat(seen(kept.table, own)).as("nobody sees it").isZero();
        becomes(provider);
        assertThat(seen(kept.table, own)).as("the own people do").isPositive();
    }

    private int changes(Kept kept, long organisation) {
        return application
                .sql("update " + kept.table + " set version = version + 1 where owner_organisation = ?")
                .param(organisation)
                .update();
    }

    @Test
    void showsALocalAdministratorTheOwnRolesAndLetsNoOthersBeGiven() {
        long keeper = cast.player("Lokal", Role.ADMINISTRATOR, own);
        long here = cast.person("Egen", own);
        long theirs = cast.assign(here, Role.COORDINATOR, own, null);
        long elsewhere = cast.player("Annan", Role.COORDINATOR, foreign);
        becomes(keeper);

        assertThat(application
                        .sql("select id from access.assignment where person <> ?")
                        .param(keeper)
                        .query(Long.class)
                        .list())
                .containsExactly(theirs);
        assertThat(application
                        .sql("update access.assignment set version = version + 1 where person = ?")
                        .param(elsewhere)
                        .update())
                .isZero();
        assertThat(application.sql(role(here, own)).update()).isEqualTo(1);
        isRefused(role(here, foreign));
        isRefused(role(elsewhere, own));
        isRefused("insert into access.assignment (person, role, valid_from) values (" + keeper
                + ", 'ADMINISTRATOR', '2020-01-01')");
    }

    private static String role(long person, long organisation) {
        return "insert into access.assignment (person, role, organisation, valid_from) values (" + person
                + ", 'REGISTRAR', " + organisation + ", '2020-01-01')";
    }

    @Test
    void showsAReceiptAndItsLinesToWhoeverMadeItAndToThoseWhoReadAllImports() {
        long maker = cast.player("Analytiker", Role.ANALYST, null);
        long local = cast.player("Lokal analytiker", Role.ANALYST, own);
        long reader = cast.player("Revisor", Role.AUDITOR, null);
        becomes(maker);
        String receipt = application.sql(receipt(maker)).query(String.class).single();
        String line = "insert into statistics.receipt_line (receipt, number, rule, severity) values ('" + receipt
                + "', %d, 'prov', 'NOTE')";
        application.sql(line.formatted(1)).update();

        assertThat(receiptsSeen(receipt)).containsExactly(1L, 1L);
        becomes(reader);
        assertThat(receiptsSeen(receipt)).containsExactly(1L, 1L);
        assertThat(changesReceipt(receipt)).isZero();
        isRefused(receipt(maker));
        for (long outsider : new long[] {local, 0}) {
            becomes(outsider);
            assertThat(receiptsSeen(receipt)).containsExactly(0L, 0L);
            assertThat(changesReceipt(receipt)).isZero();
            isRefused(receipt(maker));
            isRefused(line.formatted(2));
        }
    }

    private static String receipt(long person) {
        return "insert into statistics.receipt (person, file_name, file_size, dry_run, outcome, checksum, understood)"
                + " values (" + person + ", 'prov.csv', 1, false, 'DONE', sha256(''), '{}') returning id";
    }

    private List<Long> receiptsSeen(String receipt) {
        return application.sql("""
                        select count(*) from statistics.receipt where id = :id::uuid
                        union all select count(*) from statistics.receipt_line where receipt = :id::uuid
                        """).param("id", receipt).query(Long.class).list();
    }

    private int changesReceipt(String receipt) {
        return application
                .sql("update statistics.receipt set file_name = 'annan.csv' where id = ?::uuid")
                .param(receipt)
                .update();
    }

    @Test
    void letsALocalAdministratorMakeAndRevokeKeysOfTheOwnPeopleOnly() {
        long keeper = cast.player("Lokal", Role.ADMINISTRATOR, own);
        long here = cast.person("Egen", own);
        long elsewhere = cast.person("Annan", foreign);
        behind.sql(key(here)).update();
        behind.sql(key(elsewhere)).update();
        becomes(keeper);

        assertThat(revokes(here)).isEqualTo(1);
        assertThat(revokes(elsewhere)).isZero();
        assertThat(application.sql(key(here)).update()).isEqualTo(1);
        isRefused(key(elsewhere));
        becomes(here);
        assertThat(application
                        .sql("select count(*) from access.api_token")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(revokes(here)).isZero();
        isRefused(key(here));
    }

    private static String key(long person) {
        return "insert into access.api_token (person, name, prefix, digest, scope, request, made_by, ends_on) values ("
                + person
                + ", 'prov', 'prov', sha256(gen_random_uuid()::text::bytea), '{READ_AUDIT}', gen_random_uuid(), "
                + person + ", access.today() + 10)";
    }

    private int revokes(long person) {
        return application
                .sql("update access.api_token set revoked_at = now() where person = ?")
                .param(person)
                .update();
    }
}
