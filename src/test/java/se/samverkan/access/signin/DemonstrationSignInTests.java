package se.samverkan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import se.samverkan.Samverkan;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.DemonstrationPerson;
import se.samverkan.access.Role;
import se.samverkan.shared.Installation;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** On a real embedded database that bears the mark of a demonstration. */
@SpringBootTest(
        classes = Samverkan.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "samverkan.memory=32MB")
@ContextConfiguration(initializers = DemonstrationSignInTests.OwnFolder.class)
class DemonstrationSignInTests {

    static final class OwnFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String folder =
                    "target/test-demonstration-" + ProcessHandle.current().pid();
            org.springframework.boot.test.util.TestPropertyValues.of("samverkan.data=" + folder, "samverkan.db.url=")
                    .applyTo(context);
        }
    }

    @Autowired
    Installation installation;

    @Autowired
    DemonstrationPeople people;

    @Autowired
    DemonstrationDoor door;

    @LocalServerPort
    int port;

    @BeforeEach
    void arrange() {
        installation.become(Installation.Kind.DEMONSTRATION);
        if (door.players().isEmpty()) {
            people.create(List.of(
                    new DemonstrationPerson("Rut Påhittad", Role.HEAD_TEACHER, null, null),
                    new DemonstrationPerson("Åke Påhittad", Role.ADMINISTRATOR, null, null)));
        }
    }

    @Test
    void letsAnybodyAtTheMachineBeSomebodyInvented() {
        Visitor visitor = new Visitor(port);
        Answer ways = visitor.get("/sign-in");
        assertThat(ways.page().select(".player")).hasSize(door.players().size());

        String name = ways.page().select(".player .quiet").first().text();

        visitor.submit(ways, "form[action^=/sign-in/as/]", Map.of());

        assertThat(visitor.get("/start").body()).contains(name);
    }

    @Test
    void hidesThemFromWhoeverComesThroughSomebodyElse() {
        Visitor visitor = new Visitor(port);
        Answer ways = visitor.get("/sign-in", "X-Forwarded-For", "192.0.2.1");
        assertThat(ways.page().select(".player")).isEmpty();

        Answer refused = visitor.submit(
                visitor.get("/sign-in"), "form[action^=/sign-in/as/]", Map.of(), "X-Forwarded-For", "192.0.2.1");

        assertThat(refused.status()).isEqualTo(404);
    }

    @Test
    void letsNobodyBeAPersonWhoIsNotInvented() {
        Visitor visitor = new Visitor(port);
        String proof = visitor.get("/sign-in")
                .page()
                .select("input[name=_csrf]")
                .first()
                .val();

        assertThat(visitor.post("/sign-in/as/1", Map.of("_csrf", proof)).status())
                .isEqualTo(404);
    }
}
