package se.samverkan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.access.ActingAs;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.FirstAdministrator;
import se.samverkan.access.Invitations;
import se.samverkan.access.Role;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

@SamverkanTest
class OneTimeLinkTests {

    @Autowired
    FirstAdministrator firstAdministrator;

    @Autowired
    Invitations invitations;

    @Autowired
    DemonstrationPeople demonstration;

    @Autowired
    OneTimeLinks links;

    @Autowired
    ActingAs actingAs;

    @Autowired
    TestDatabase database;

    @Test
    void letsTheConsoleInviteAnAdministrator() {
        String path = firstAdministrator.invite("anna.first@example.org");

        assertThat(links.person(token(path))).isPresent();
    }

    @Test
    void aLaterLinkEndsTheEarlierOneOfTheSamePerson() {
        String first = firstAdministrator.invite("twice@example.org");
        String second = firstAdministrator.invite("TWICE@example.org");

        assertThat(links.person(token(first))).isEmpty();
        assertThat(links.person(token(second))).isPresent();
    }

    @Test
    void isUsedOnce() {
        String token = token(firstAdministrator.invite("once@example.org"));

        links.use(token);

        assertThat(links.person(token)).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> links.use(token));
    }

    @Test
    void refusesToInviteForSomebodyWhoMayNotManagePeople() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> invitations.invite(1))
                .returns(Refusal.Kind.NOT_ALLOWED, Refusal::kind);
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> firstAdministrator.invite("anna"))
                .returns(Refusal.Kind.MALFORMED, Refusal::kind);
    }

    @Test
    void refusesToPeopleADatabaseThatIsNoDemonstration() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> demonstration.create(List.of()));
    }

    @Test
    void anAdministratorOfOneOrganisationInvitesThoseWhoseEveryRoleIsThere() {
        long own = organisation("990001-0001");
        long administrator = person("Lokal Administratör", own);
        assign(administrator, Role.ADMINISTRATOR, own);
        long colleague = person("Kollega", own);
        assign(colleague, Role.COORDINATOR, own);

        String path = actingAs.person(administrator, () -> invitations.invite(colleague));

        assertThat(path).startsWith("/welcome/");
    }

    @Test
    void refusesToHandOverAnAccountThatReachesFurtherThanOnesOwn() {
        long own = organisation("990001-0002");
        long administrator = person("Lokal Administratör", own);
        assign(administrator, Role.ADMINISTRATOR, own);
        long mighty = person("Mäktig", own);
        assign(mighty, Role.COORDINATOR, own);
        assign(mighty, Role.ADMINISTRATOR, null);
        long elsewhere = person("Två Uppdrag", own);
        assign(elsewhere, Role.COORDINATOR, own);
        assign(elsewhere, Role.COORDINATOR, organisation("990001-0003"));

        for (long person : new long[] {mighty, elsewhere}) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> actingAs.person(administrator, () -> invitations.invite(person)))
                    .returns("refusal.link.not-all-of-person", Refusal::reason);
        }
    }

    private long organisation(String number) {
        return behind().sql("""
                        insert into organisation.organisation (kind, key, number, name, organiser_type, source)
                        values ('ORGANISER', :number, :number, 'Prövköpings kommun', 'MUNICIPAL', 'test') returning id
                        """).param("number", number).query(Long.class).single();
    }

    private long person(String name, long organisation) {
        return behind().sql("insert into access.person (name, email, organisation) values (?, ?, ?) returning id")
                .params(name, UUID.randomUUID() + "@example.org", organisation)
                .query(Long.class)
                .single();
    }

    private void assign(long person, Role role, @Nullable Long organisation) {
        behind().sql("insert into access.assignment (person, role, organisation, valid_from)"
                        + " values (?, ?, ?, access.today())")
                .params(Arrays.asList(person, role.name(), organisation))
                .update();
    }

    private JdbcClient behind() {
        return JdbcClient.create(database.asOwner());
    }

    private static String token(String path) {
        return path.substring("/welcome/".length());
    }
}
