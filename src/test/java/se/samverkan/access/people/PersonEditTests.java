package se.samverkan.access.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.Role;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** Two administrators who change the same person's details at once. */
@SamverkanTest
class PersonEditTests {

    private static final String PASSWORD = "sju blåa hästar simmar";

    @Autowired
    TestDatabase database;

    @LocalServerPort
    int port;

    private TestPeople people;
    private Visitor administrator;
    private long kim;
    private String action;

    @BeforeEach
    void aPersonAndAnAdministrator() {
        people = new TestPeople(database);
        Cast cast = new Cast(database);
        String email = UUID.randomUUID() + "@prov.example";
        cast.assign(people.add("Ada Admin", email, PASSWORD), Role.ADMINISTRATOR, null, null);
        administrator = new Visitor(port);
        administrator.submit(
                administrator.get("/sign-in"), "form[action=/sign-in]", Map.of("email", email, "password", PASSWORD));
        kim = people.add("Kim Lind", UUID.randomUUID() + "@prov.example", PASSWORD);
        action = "form[action=/people/" + kim + "]";
    }

    @Test
    void mergesWhatTheyChangedInDifferentFields() {
        Answer seen = form();
        administrator.submit(form(), action, Map.of("language", "en"));

        Answer saved = administrator.submit(seen, action, Map.of("name", "Kim Lund"));

        assertThat(saved.location()).isEqualTo("/people/" + kim + "?done=changed");
        assertThat(nameAndLanguage()).isEqualTo("Kim Lund en");
    }

    @Test
    void showsTheSecondBothVersionsOfWhatBothChanged() {
        Answer seen = form();
        administrator.submit(form(), action, Map.of("name", "Kim Ek", "language", "en"));

        Answer refused = administrator.submit(seen, action, Map.of("name", "Kim Lund"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("#conflict tbody th").eachText()).containsExactly("Namn");
        assertThat(refused.page().select("#conflict tbody td").eachText()).containsExactly("Kim Ek", "Kim Lund");
        administrator.submit(refused, action, Map.of());
        assertThat(nameAndLanguage()).isEqualTo("Kim Lund en");
    }

    private Answer form() {
        return administrator.get("/people/" + kim + "/edit");
    }

    private String nameAndLanguage() {
        return people.behind()
                .sql("select name || ' ' || language from access.person where id = ?")
                .param(kim)
                .query(String.class)
                .single();
    }
}
