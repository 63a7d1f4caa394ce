package se.samverkan.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Invitations;
import se.samverkan.access.Role;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** From the invitation of somebody new to the day when nothing is left to come in by. */
@SamverkanTest
class WaysInTests {

    private static final List<String> WAYS =
            List.of("session", "password", "passkey", "passkey_holder", "oidc_identity", "one_time_link");

    @Autowired
    PeopleManagement people;

    @Autowired
    Invitations invitations;

    @Autowired
    ActingAs acting;

    @Autowired
    JdbcClient application;

    @Autowired
    TestDatabase itself;

    private Cast cast;
    private long own;
    private long local;

    @BeforeEach
    void anAdministratorOfAnOrganisation() {
        cast = new Cast(itself);
        own = cast.organisation("Egna huvudmannen");
        local = cast.player("Bo Lokal", Role.ADMINISTRATOR, own);
    }

    private long added(String address) {
        PersonForm form = new PersonForm("Cilla Ny", address, "sv", "");
        return acting.person(local, () -> people.add(form, own));
    }

    private static String address() {
        return "cilla" + System.nanoTime() + "@prov.example";
    }

    private void hasEveryWayIn(long person) {
        cast.behind().sql("""
                        with s as (insert into access.session (key, person, way, agent)
                            values (sha256('s' || :person::text::bytea), :person, 'PASSWORD', 'prov')),
                        w as (insert into access.password (person, digest) values (:person, '{noop}prov')),
                        h as (insert into access.passkey_holder (person, handle)
                            values (:person, sha256('h' || :person::text::bytea))),
                        k as (insert into access.passkey (id, person, label, public_key, signature_count,
                                user_verified, backup_eligible, backed_up, transports)
                            values (sha256('k' || :person::text::bytea), :person, 'Prov', '', 0, true, false, false, '{}')),
                        o as (insert into access.oidc_identity (issuer, subject, person)
                            values ('https://prov.example', :person::text, :person)),
                        t as (insert into access.api_token (person, name, prefix, digest, scope, request, made_by, ends_on)
                            values (:person, 'prov', 'prov', sha256('t' || :person::text::bytea), '{READ_AUDIT}',
                                gen_random_uuid(), :person, access.today() + 10))
                        insert into access.one_time_link (digest, person, made_by, expires_at)
                        values (sha256('l' || :person::text::bytea), :person, :person, now() + interval '1 day')
                        """).param("person", person).update();
    }

    /** What the functions that are asked before anybody is named say of a person. */
    private List<Boolean> found(long person, String address) {
        return application
                .sql("""
                        select exists (select from access.password_of(:address))
                        union all select access.person_with_address(:address) is not null
                        union all select access.link_person(sha256('l' || :person::text::bytea)) is not null
                        union all select access.passkey_person(sha256('h' || :person::text::bytea)) is not null
                        union all select exists (select from access.passkey_known(sha256('k' || :person::text::bytea)))
                        union all select exists (select from access.identity_of(:person))
                        """)
                .param("address", address)
                .param("person", person)
                .query(Boolean.class)
                .list();
    }

    @Test
    void aLocalAdministratorInvitesSomebodyNewWhoHasNoRoleYet() {
        long person = added(address());

        assertThat(acting.person(local, () -> invitations.invite(person))).startsWith("/welcome/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted_at = now()", "left_on = access.today() - 1", "pseudonymised_at = now()"})
    void findsNobodyWhoIsGone(String gone) {
        String address = address();
        long person = added(address);
        hasEveryWayIn(person);
        assertThat(found(person, address)).hasSize(6).containsOnly(true);

        cast.behind()
                .sql("update access.person set " + gone + " where id = ?")
                .param(person)
                .update();

        assertThat(found(person, address)).hasSize(6).containsOnly(false);
        assertThat(application
                        .sql("select access.link_use(sha256('l' || ?::text::bytea)) is null")
                        .param(person)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> acting.person(local, () -> invitations.invite(person)))
                .returns("refusal.person.is-gone", Refusal::reason);
    }

    @Test
    void dropsEveryWayInTogetherWithTheName() {
        long person = added(address());
        long other = added(address());
        hasEveryWayIn(person);
        hasEveryWayIn(other);

        acting.<Object>person(local, () -> {
            people.leave(person, 0, LocalDate.of(2024, 6, 30));
            people.pseudonymise(person, 1);
            return person;
        });

        for (String way : WAYS) {
            assertThat(count("access." + way, person)).as(way).isZero();
            assertThat(count("access." + way, other))
                    .as(way + " of somebody else")
                    .isOne();
        }
        assertThat(count("access.api_token where revoked_at is not null", person))
                .isOne();
        assertThat(count("access.api_token where revoked_at is null", other)).isOne();
    }

    private long count(String from, long person) {
        return cast.behind()
                .sql("select count(*) from (select person from " + from + ") s where person = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    @Test
    void keepsTheWaysInOfSomebodyWhoHasAName() {
        long person = added(address());
        hasEveryWayIn(person);

        application.sql("select access.drop_ways_in(?)").param(person).query(row -> {});

        assertThat(count("access.password", person)).isOne();
    }
}
