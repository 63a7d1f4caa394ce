package se.samverkan.organisation.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** Providers, agencies and offices are kept on a page by whoever administers the installation, and by nobody else. */
@SamverkanTest
class OrganisationsTests {

    private static final String PASSWORD = "sju blåa hästar simmar";
    private static final String LIST = "/organisations";

    @Autowired
    TestDatabase itself;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient application;

    @Autowired
    ActingAs acting;

    @LocalServerPort
    int port;

    private Cast cast;
    private TestPeople people;
    private Visitor administrator;
    private String name;

    @BeforeEach
    void anAdministrator() {
        cast = new Cast(itself);
        people = new TestPeople(itself);
        administrator = signedIn(null);
        name = "Lärosätet " + System.nanoTime();
    }

    @Test
    void addsAProviderWhereARoleCanBeHeld() {
        OrganisationView provider = added("UNIVERSITY");
        long person = cast.person("Una Samordnare", null);

        Answer given = administrator.submit(
                administrator.get("/people/" + person + "/assignments/new"),
                "form[action=/people/" + person + "/assignments]",
                Map.of("role", "UNIVERSITY_COORDINATOR", "place", name));

        assertThat(given.location()).isEqualTo("/people/" + person + "?done=given");
        assertThat(people.behind()
                        .sql("select organisation from access.assignment where person = ?")
                        .param(person)
                        .query(Long.class)
                        .single())
                .isEqualTo(provider.id());
        assertThat(told("organisation.added", provider)).isOne();
    }

    @Test
    void renamesAnAgencyAndTellsWhatItWasCalled() {
        OrganisationView agency = added("AGENCY");

        administrator.submit(
                administrator.get(LIST + "/" + agency.key()), formOf(agency), Map.of("name", name + " nya"));

        assertThat(directory.organisation(agency.key()).orElseThrow().name()).isEqualTo(name + " nya");
        assertThat(told("organisation.changed", agency)).isOne();
        assertThat(administrator.get(LIST).page().text()).contains(name + " nya", "myndighet");
    }

    @Test
    void mergesTheNameOfOneWithTheSortOfAnother() {
        OrganisationView office = added("AGENCY");
        Answer first = administrator.get(LIST + "/" + office.key());
        Answer second = administrator.get(LIST + "/" + office.key());
        Answer third = administrator.get(LIST + "/" + office.key());
        administrator.submit(first, formOf(office), Map.of("sort", "OFFICE"));

        Answer saved = administrator.submit(second, formOf(office), Map.of("name", name + " syd"));
        Answer refused = administrator.submit(third, formOf(office), Map.of("name", name + " norr"));

        assertThat(saved.location()).isEqualTo(LIST);
        OrganisationView now = directory.organisation(office.key()).orElseThrow();
        assertThat(now.sort()).isEqualTo(OrganisationView.Sort.OFFICE);
        assertThat(now.name()).isEqualTo(name + " syd");
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void refusesANameThatIsTaken() {
        added("PRIVATE");

        Answer refused = add("SPSM");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#error-summary").text()).contains("Det finns redan en som heter " + name);
        assertThat(refused.page().select("option[selected]").val()).isEqualTo("SPSM");
    }

    @Test
    void undoesARemoval() {
        OrganisationView provider = added("MUNICIPAL_SUPPORT");
        administrator.submit(
                administrator.get(LIST + "/" + provider.key()),
                "form[action=" + LIST + "/" + provider.key() + "/removal]",
                Map.of());
        assertThat(directory.organisation(provider.key())).isEmpty();

        administrator.submit(
                administrator.get(LIST), "form[action=" + LIST + "/restoration/" + provider.id() + "]", Map.of());

        assertThat(directory.organisation(provider.key())).isPresent();
        assertThat(told("organisation.restored", provider)).isOne();
    }

    @Test
    void isClosedToWhoeverAdministersOneOrganisationOnly() {
        OrganisationView provider = added("UNIVERSITY");
        Visitor local = signedIn(provider.id());

        assertThat(local.get("/").page().select("a[href=" + LIST + "]")).isEmpty();
        assertThat(local.get(LIST).status()).isEqualTo(403);
        assertThat(local.get(LIST + "/" + provider.key()).status()).isEqualTo(403);
    }

    @Test
    void isHeldByTheDatabaseTooWhoeverForgetsTheDoor() {
        OrganisationView provider = added("UNIVERSITY");
        long local = cast.player("Lo Lokal", Role.ADMINISTRATOR, provider.id());

        acting.person(
                local,
                () -> assertThat(application
                                .sql("update organisation.organisation set name = 'kapad' where id = ?")
                                .param(provider.id())
                                .update())
                        .isZero());
        assertThatThrownBy(() -> acting.person(local, () -> application.sql("""
                                insert into organisation.organisation (kind, key, name, source)
                                values ('AGENCY', 'kapad', 'Kapad myndighet', 'PEOPLE')
                                """).update()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private OrganisationView added(String sort) {
        assertThat(add(sort).location()).isEqualTo(LIST);
        return directory.organisations().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Answer add(String sort) {
        return administrator.submit(
                administrator.get(LIST + "/new"), "form[action=" + LIST + "]", Map.of("name", name, "sort", sort));
    }

    private static String formOf(OrganisationView organisation) {
        return "form[action=" + LIST + "/" + organisation.key() + "]";
    }

    private long told(String what, OrganisationView organisation) {
        return people.behind()
                .sql("select count(*) from records.audit_entry where organisation = ? and what = ?")
                .params(organisation.id(), what)
                .query(Long.class)
                .single();
    }

    private Visitor signedIn(@Nullable Long organisation) {
        String email = UUID.randomUUID() + "@prov.example";
        cast.assign(people.add("Ada Admin", email, PASSWORD), Role.ADMINISTRATOR, organisation, null);
        Visitor visitor = new Visitor(port);
        visitor.submit(visitor.get("/sign-in"), "form[action=/sign-in]", Map.of("email", email, "password", PASSWORD));
        return visitor;
    }
}
