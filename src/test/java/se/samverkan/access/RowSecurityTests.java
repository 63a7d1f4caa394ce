package se.samverkan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** What the database lets the application's role see and do, asked in SQL past every door. */
class RowSecurityTests {

    private static final TestDatabase DATABASE = TestDatabases.fresh();

    private final Cast cast = new Cast(DATABASE);
    private final JdbcClient behind = cast.behind();
    private final JdbcClient application = JdbcClient.create(
            new SingleConnectionDataSource(DATABASE.url(), "samverkan_app", DATABASE.password(), true));

    private long own;
    private long foreign;

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

    private List<String> tables(String condition) {
        return behind.sql("""
                        select format('%I.%I', n.nspname, c.relname) from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition
                          and n.nspname in ('shared', 'organisation', 'access', 'records', 'statistics') and
                        """ + condition).query(String.class).list();
    }

    @Test
    void guardsEveryTableThatSaysWhoseItsRowsAre() {
        List<String> scoped = tables("""
                exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'owner_organisation')
                """);

        assertThat(scoped).isNotEmpty();
        assertThat(tables("c.relrowsecurity and (select count(*) from pg_policy p where p.polrelid = c.oid) >= 2"))
                .containsAll(scoped);
    }

    @Test
    void givesTheApplicationARoleThatCannotPassBy() {
        assertThat(behind.sql("""
                        select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or exists (
                            select from pg_auth_members m where m.member = r.oid)
                        from pg_roles r where rolname = 'samverkan_app'
                        """).query(Boolean.class).single()).isFalse();
        assertThat(tables("pg_get_userbyid(c.relowner) = 'samverkan_app'")).isEmpty();
    }

    @Test
    void showsTheRowsOfPeopleAndRolesToNobodyWhoIsNotNamed() {
        long person = cast.player("Någon", Role.COORDINATOR, own);
        becomes(0);

        assertThat(application
                        .sql("select count(*) from access.person")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(application
                        .sql("select count(*) from access.assignment")
                        .query(Long.class)
                        .single())
                .isZero();
        becomes(person);
        assertThat(application
                        .sql("select id from access.person")
                        .query(Long.class)
                        .list())
                .containsExactly(person);
    }

    @Test
    void hidesAForeignUnfinishedRowAndShowsAPublicOne() {
        long coordinator = cast.player("Samordnare", Role.COORDINATOR, own);
        area(own, "OWN", "egen öppen");
        area(foreign, "OWN", "annans utkast");
        area(foreign, "PUBLIC", "annans öppna");
        becomes(coordinator);

        assertThat(application
                        .sql("select name from organisation.area where owner_organisation in (?, ?)")
                        .params(own, foreign)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("egen öppen", "annans öppna");
        assertThat(application
                        .sql("update organisation.area set name = name || '!' where owner_organisation = ?")
                        .param(foreign)
                        .update())
                .isZero();
        assertThat(application
                        .sql("update organisation.area set name = name || '!' where owner_organisation = ?")
                        .param(own)
                        .update())
                .isEqualTo(1);
    }

    private void area(long organisation, String visibility, String name) {
        behind.sql("""
                        insert into organisation.area (owner_organisation, organiser, visibility, name)
                        values (:organisation, :organisation, :visibility, :name)
                        """)
                .param("organisation", organisation)
                .param("visibility", visibility)
                .param("name", name)
                .update();
    }

    @Test
    void showsALocalAuditorTheOwnChainOnly() {
        long auditor = cast.player("Revisor", Role.AUDITOR, own);
        for (long chain : new long[] {0, own, foreign}) {
            application
                    .sql("select records.append(?, 'area.renamed', 'area', '1', 'Norr', '[]')")
                    .param(chain)
                    .query(Long.class)
                    .single();
        }
        becomes(auditor);

        for (String table : List.of("audit_chain", "audit_entry", "audit_value")) {
            assertThat(application
                            .sql("select distinct organisation from records." + table)
                            .query(Long.class)
                            .list())
                    .as(table)
                    .containsExactly(own);
        }
    }

    @Test
    void showsKeysToTheirOwnersAndKeepersOnlyAndTheirDigestsToNobody() {
        long keeper = cast.player("Lokal", Role.ADMINISTRATOR, own);
        long theirs = key(cast.person("Egen", own));
        key(cast.person("Annan", foreign));
        becomes(keeper);

        assertThat(application
                        .sql("select id from access.api_token")
                        .query(Long.class)
                        .list())
                .containsExactly(theirs);
        assertThat(behind.sql("select has_column_privilege('samverkan_app', 'access.api_token', 'digest', 'select')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private long key(long person) {
        return behind.sql("""
                        insert into access.api_token (person, name, prefix, digest, scope, request, made_by, ends_on)
                        values (:person, 'prov', 'prov', sha256(gen_random_uuid()::text::bytea), '{READ_AUDIT}',
                            gen_random_uuid(), :person, access.today() + 10) returning id
                        """).param("person", person).query(Long.class).single();
    }

    @Test
    void endsRightsWithTheLastDayOfARole() {
        long person = cast.person("Slutar", own);
        long role = cast.assign(person, Role.ADMINISTRATOR, own, null);
        becomes(person);
        assertThat(manages()).isTrue();

        behind.sql("update access.assignment set valid_to = access.today() where id = ?")
                .param(role)
                .update();
        assertThat(manages()).isTrue();

        behind.sql("update access.assignment set valid_to = access.today() - 1 where id = ?")
                .param(role)
                .update();
        assertThat(manages()).isFalse();
    }

    private boolean manages() {
        return application
                .sql("select ? = any (access.organisations_for('MANAGE_PEOPLE'))")
                .param(own)
                .query(Boolean.class)
                .single();
    }

    @Test
    void hasARowOfRightsForEveryRoleAndEveryVerb() {
        List<String> rows = behind.sql("select role || ' ' || verb from access.permission")
                .query(String.class)
                .list();
        List<String> wanted = Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Verb.values()).map(verb -> role + " " + verb))
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(behind.sql("select role from access.role order by position")
                        .query(String.class)
                        .list())
                .containsExactly(Arrays.stream(Role.values()).map(Enum::name).toArray(String[]::new));
    }
}
