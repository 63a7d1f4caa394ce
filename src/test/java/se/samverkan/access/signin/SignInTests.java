package se.samverkan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.Role;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

@SamverkanTest
class SignInTests {

    private static final String PASSWORD = "fyra gula kor dansar";
    private static final String FORM = "form[action=/sign-in]";

    @Autowired
    TestDatabase database;

    @LocalServerPort
    int port;

    private TestPeople people;
    private Visitor visitor;
    private String email;
    private long person;

    @BeforeEach
    void arrange() {
        people = new TestPeople(database);
        visitor = new Visitor(port);
        email = UUID.randomUUID() + "@example.org";
        person = people.add("Maja Lind", email, PASSWORD);
    }

    @Test
    void signsInWithAPasswordAndShowsWhoIsThere() {
        Answer in = signIn(visitor, PASSWORD);

        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/");
        assertThat(visitor.get("/").body()).contains("Maja Lind");
    }

    @Test
    void neverMakesAServletSession() {
        signIn(visitor, PASSWORD);
        visitor.get("/");

        assertThat(visitor.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void keepsItsCookieFromScriptsAndOtherSites() {
        String cookie = signIn(visitor, PASSWORD).response().headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("samverkan="))
                .findFirst()
                .orElseThrow();

        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
    }

    @Test
    void keepsOnlyADigestOfTheToken() {
        signIn(visitor, PASSWORD);
        String token = visitor.cookie("samverkan").orElseThrow();

        Boolean known = people.behind()
                .sql("select exists (select from access.session where key = sha256(convert_to(?, 'UTF8')))")
                .param(token)
                .query(Boolean.class)
                .single();

        assertThat(known).isTrue();
    }

    @Test
    void saysTheSameOfAWrongPasswordAndAnUnknownAddress() {
        Answer wrong = signIn(visitor, "something else entirely");
        Answer unknown = visitor.submit(
                visitor.get("/sign-in"), FORM, Map.of("email", "nobody@example.org", "password", PASSWORD));

        assertThat(wrong.status()).isEqualTo(422).isEqualTo(unknown.status());
        assertThat(wrong.page().select(".field-error").text())
                .isNotEmpty()
                .isEqualTo(unknown.page().select(".field-error").text());
        assertThat(wrong.page().select("input[name=email]").val()).isEqualTo(email);
    }

    @Test
    void asksForPatienceAfterManyAttemptsWhetherTheAccountExistsOrNot() {
        String nobody = UUID.randomUUID() + "@example.org";
        Answer known = null;
        Answer unknown = null;
        for (int i = 0; i < 9; i++) {
            known = signIn(visitor, "wrong again " + i);
            unknown = visitor.submit(visitor.get("/sign-in"), FORM, Map.of("email", nobody, "password", "wrong " + i));
        }

        assertThat(known.status()).isEqualTo(429).isEqualTo(unknown.status());
        assertThat(known.header("Retry-After")).isPresent();
        assertThat(known.body()).contains("15 minuter");
        assertThat(signIn(visitor, PASSWORD).status())
                .as("the right password has to wait too")
                .isEqualTo(429);
        people.behind().sql("delete from access.attempt").update();
    }

    @Test
    void leadsBackToWhereOneWasGoingAndNowhereElse() {
        assertThat(ways("/schools?q=a").location()).isEqualTo("/schools?q=a");
        assertThat(ways("//evil.example").location()).isEqualTo("/");
        assertThat(ways("https://evil.example/").location()).isEqualTo("/");
        assertThat(ways("/\\evil.example").location()).isEqualTo("/");
    }

    @Test
    void endsTheSessionAtSigningOut() {
        signIn(visitor, PASSWORD);
        String token = visitor.cookie("samverkan").orElseThrow();

        visitor.submit(visitor.get("/"), "form[action=/sign-out]", Map.of());

        assertThat(new Visitor(port).get("/", "Cookie", "samverkan=" + token).body())
                .doesNotContain("Maja Lind");
    }

    @Test
    void refusesAFormWithoutItsProof() {
        assertThat(visitor.post("/sign-in", Map.of("email", email, "password", PASSWORD))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesAFormWithTheProofOfAnotherVisitor() {
        Visitor other = new Visitor(port);
        String proof =
                other.get("/sign-in").page().select("input[name=_csrf]").first().val();

        Answer refused = visitor.post("/sign-in", Map.of("email", email, "password", PASSWORD, "_csrf", proof));

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void aPersonWhoHasLeftIsOutWithinSeconds() throws InterruptedException {
        signIn(visitor, PASSWORD);
        people.behind()
                .sql("update access.person set left_on = access.today() - 1 where id = ?")
                .param(person)
                .update();

        Thread.sleep(5_500);

        assertThat(visitor.get("/").body()).doesNotContain("Maja Lind");
    }

    @Test
    void anEndedAssignmentTakesItsMenuAwayWithinSeconds() throws InterruptedException {
        people.assign(person, Role.ADMINISTRATOR);
        signIn(visitor, PASSWORD);
        assertThat(visitor.get("/").page().select("a[href=/people]")).isNotEmpty();
        people.behind()
                .sql("update access.assignment set valid_from = access.today() - 2, valid_to = access.today() - 1"
                        + " where person = ?")
                .param(person)
                .update();

        Thread.sleep(5_500);

        assertThat(visitor.get("/").page().select("a[href=/people]")).isEmpty();
    }

    @Test
    void endsWhenLeftAloneForEightHoursAndAfterSevenDaysWhateverHappens() throws InterruptedException {
        Visitor idle = visitor;
        signIn(idle, PASSWORD);
        people.behind()
                .sql("update access.session set seen_at = now() - interval '8 hours 1 minute' where person = ?")
                .param(person)
                .update();
        Visitor old = new Visitor(port);
        signIn(old, PASSWORD);
        people.behind()
                .sql("update access.session set begun_at = now() - interval '7 days 1 minute' where person = ?"
                        + " and seen_at > now() - interval '1 hour'")
                .param(person)
                .update();

        Thread.sleep(5_500);

        assertThat(idle.get("/").body()).doesNotContain("Maja Lind");
        assertThat(old.get("/").body()).doesNotContain("Maja Lind");
    }

    @Test
    void writesToTheSessionAtMostOnceAMinute() throws InterruptedException {
        signIn(visitor, PASSWORD);
        String before = version();

        visitor.get("/");
        Thread.sleep(5_500);
        visitor.get("/");

        assertThat(version()).isEqualTo(before);
    }

    @Test
    void showsNobodyToBeWhereThereIsNoDemonstration() {
        assertThat(visitor.get("/sign-in").page().select(".player")).isEmpty();
        String proof = visitor.get("/sign-in")
                .page()
                .select("input[name=_csrf]")
                .first()
                .val();
        assertThat(visitor.post("/sign-in/as/" + person, Map.of("_csrf", proof)).status())
                .isEqualTo(404);
    }

    @Test
    void tellsBrowsersToBeStrict() {
        Answer page = visitor.get("/sign-in");

        assertThat(page.header("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
        assertThat(page.header("Referrer-Policy")).contains("same-origin");
        assertThat(page.header("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(page.header("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(page.header("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
    }

    private String version() {
        return people.behind()
                .sql("select xmin::text from access.session where person = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private Answer ways(String to) {
        Visitor somebody = new Visitor(port);
        return somebody.submit(somebody.get("/sign-in"), FORM, Map.of("email", email, "password", PASSWORD, "to", to));
    }

    private Answer signIn(Visitor who, String password) {
        return who.submit(who.get("/sign-in"), FORM, Map.of("email", email, "password", password));
    }
}
