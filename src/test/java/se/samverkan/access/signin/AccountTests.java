package se.samverkan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.FirstAdministrator;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

@SamverkanTest
class AccountTests {

    private static final String PASSWORD = "fyra gula kor dansar";
    private static final String OTHER = "sju blå får sover";

    @Autowired
    TestDatabase database;

    @Autowired
    FirstAdministrator firstAdministrator;

    @LocalServerPort
    int port;

    private TestPeople people;
    private Visitor visitor;
    private String email;

    @BeforeEach
    void arrange() {
        people = new TestPeople(database);
        visitor = new Visitor(port);
        email = UUID.randomUUID() + "@example.org";
    }

    @Test
    void welcomesTheFirstAdministratorWhoThenHasTheMenuOfOne() {
        Answer done = accept(firstAdministrator.invite(email), "Siv Berg", PASSWORD);

        assertThat(done.location()).isEqualTo("/me?done=welcome");
        Answer me = visitor.get("/me");
        assertThat(me.body()).contains("Siv Berg", "Administratör");
        assertThat(me.page().select("a[href=/people]")).isNotEmpty();
    }

    @Test
    void aLinkWorksOnce() {
        String link = firstAdministrator.invite(email);
        accept(link, "Siv Berg", PASSWORD);

        assertThat(new Visitor(port).get(link).status()).isEqualTo(410);
    }

    @Test
    void aLinkWorksForADay() {
        String link = firstAdministrator.invite(email);
        people.behind()
                .sql("update access.one_time_link set expires_at = now() - interval '1 second'"
                        + " where person = (select id from access.person where email = ?)")
                .param(email)
                .update();

        assertThat(visitor.get(link).status()).isEqualTo(410);
    }

    @Test
    void givesTheFormBackWithTheNameWhenThePasswordWillNotDo() {
        Answer refused = accept(firstAdministrator.invite(email), "Siv Berg", "kort");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("input[name=name]").val()).isEqualTo("Siv Berg");
        assertThat(refused.page().select(".field-error").text()).contains("för kort");
    }

    @Test
    void aNewLinkForSomebodyWhoForgotEndsTheirSessions() throws InterruptedException {
        accept(firstAdministrator.invite(email), "Siv Berg", PASSWORD);
        Visitor elsewhere = visitor;
        visitor = new Visitor(port);

        accept(firstAdministrator.invite(email), "Siv Berg", OTHER);

        assertThat(elsewhere.get("/me").location()).startsWith("/sign-in?to=");
        assertThat(signIn(new Visitor(port), PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(new Visitor(port), OTHER).status()).isEqualTo(303);
    }

    @Test
    void changesThePasswordOnlyForWhoeverKnowsTheOldOne() {
        people.add("Siv Berg", email, PASSWORD);
        signIn(visitor, PASSWORD);

        Answer wrong = visitor.submit(
                visitor.get("/me"), "form[action=/me/password]", Map.of("present", "not this one", "password", OTHER));
        Answer right = visitor.submit(
                visitor.get("/me"), "form[action=/me/password]", Map.of("present", PASSWORD, "password", OTHER));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(right.location()).isEqualTo("/me?done=password");
        assertThat(signIn(new Visitor(port), OTHER).status()).isEqualTo(303);
    }

    @Test
    void listsWhereOneIsSignedInAndSignsOutThere() {
        people.add("Siv Berg", email, PASSWORD);
        signIn(visitor, PASSWORD);
        Visitor phone = new Visitor(port);
        signIn(phone, PASSWORD);

        Answer me = visitor.get("/me");
        assertThat(me.page().select("form[action^=/me/sessions/]")).hasSize(1);
        visitor.submit(me, "form[action^=/me/sessions/]", Map.of());

        assertThat(phone.get("/me").location()).startsWith("/sign-in?to=");
        assertThat(visitor.get("/me").status()).isEqualTo(200);
    }

    @Test
    void signsOutEverywhere() {
        people.add("Siv Berg", email, PASSWORD);
        signIn(visitor, PASSWORD);
        Visitor phone = new Visitor(port);
        signIn(phone, PASSWORD);

        visitor.submit(visitor.get("/me"), "form[action=/sign-out/everywhere]", Map.of());

        assertThat(visitor.get("/me").location()).startsWith("/sign-in?to=");
        assertThat(phone.get("/me").location()).startsWith("/sign-in?to=");
    }

    @Test
    void leadsToTheSignInPageAndBack() {
        people.add("Siv Berg", email, PASSWORD);
        Answer asked = visitor.get("/me?done=password");
        Answer ways = visitor.get(asked.location());

        Answer in = visitor.submit(ways, "form[action=/sign-in]", Map.of("email", email, "password", PASSWORD));

        assertThat(asked.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/me?done=password");
    }

    private Answer accept(String link, String name, String password) {
        return visitor.submit(visitor.get(link), "#welcome", Map.of("name", name, "password", password));
    }

    private Answer signIn(Visitor who, String password) {
        return who.submit(who.get("/sign-in"), "form[action=/sign-in]", Map.of("email", email, "password", password));
    }
}
