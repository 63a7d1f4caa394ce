package se.samverkan.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import se.samverkan.Samverkan;
import se.samverkan.access.FirstAdministrator;
import se.samverkan.testing.TestDatabases;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** Two copies of the application on one database, requests going to each in turn. */
class TwoCopiesTests {

    private static final String PASSWORD = "fyra gula kor dansar";

    private static final TestDatabase DATABASE = TestDatabases.fresh();
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;

    private TestPeople people;
    private String email;

    @BeforeAll
    static void start() {
        one = copy();
        other = copy();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @BeforeEach
    void arrange() {
        people = new TestPeople(DATABASE);
        email = UUID.randomUUID() + "@example.org";
    }

    @Test
    void aFormReadAtOneIsTakenByTheOtherAndTheSessionIsKnownToBoth() {
        people.add("Maja Lind", email, PASSWORD);
        Visitor visitor = new Visitor(port(one));
        Answer ways = visitor.get("/sign-in");

        Visitor next = visitor.at(port(other));
        Answer in = next.submit(ways, "form[action=/sign-in]", Map.of("email", email, "password", PASSWORD));

        assertThat(in.status()).isEqualTo(303);
        assertThat(next.at(port(one)).get("/me").body()).contains("Maja Lind");
        assertThat(next.get("/me").body()).contains("Maja Lind");
    }

    @Test
    void aWelcomeGoesThroughThoughEveryRequestReachesAnotherCopy() {
        String link = one.getBean(FirstAdministrator.class).invite(email);
        Visitor visitor = new Visitor(port(other));
        Answer page = visitor.get(link);

        Visitor next = visitor.at(port(one));
        Answer done = next.submit(page, "#welcome", Map.of("name", "Siv Berg", "password", PASSWORD));

        assertThat(done.location()).isEqualTo("/me?done=welcome");
        assertThat(next.at(port(other)).get("/me").body()).contains("Siv Berg");
    }

    @Test
    void attemptsAreCountedTogether() {
        people.add("Maja Lind", email, PASSWORD);
        Answer last = null;
        for (int i = 0; i < 9; i++) {
            Visitor visitor = new Visitor(port(i % 2 == 0 ? one : other));
            last = visitor.submit(
                    visitor.get("/sign-in"), "form[action=/sign-in]", Map.of("email", email, "password", "wrong " + i));
        }

        assertThat(last.status()).isEqualTo(429);
    }

    @Test
    void signingOutAtOneBitesAtTheOtherWithinSeconds() throws InterruptedException {
        people.add("Maja Lind", email, PASSWORD);
        Visitor visitor = new Visitor(port(one));
        visitor.submit(visitor.get("/sign-in"), "form[action=/sign-in]", Map.of("email", email, "password", PASSWORD));
        Visitor atOther = visitor.at(port(other));
        assertThat(atOther.get("/me").status()).isEqualTo(200);

        visitor.submit(visitor.get("/"), "form[action=/sign-out]", Map.of());
        Thread.sleep(5_500);

        assertThat(atOther.get("/me").status()).isEqualTo(303);
    }

    private static ConfigurableApplicationContext copy() {
        return new SpringApplicationBuilder(Samverkan.class)
                .run(Arrays.stream(DATABASE.settings())
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext copy) {
        return ((ServletWebServerApplicationContext) copy).getWebServer().getPort();
    }
}
