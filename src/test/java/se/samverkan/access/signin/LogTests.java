package se.samverkan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.FirstAdministrator;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** Everything of ours at its most talkative, through a whole visit: no line names anybody. */
@SamverkanTest
class LogTests {

    private static final Logger OURS = (Logger) LoggerFactory.getLogger("se.samverkan");
    private static final Logger ALL = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @Autowired
    FirstAdministrator firstAdministrator;

    @LocalServerPort
    int port;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        OURS.setLevel(Level.TRACE);
        lines.start();
        ALL.addAppender(lines);
    }

    @AfterEach
    void stop() {
        ALL.detachAppender(lines);
        OURS.setLevel(null);
    }

    @Test
    void noLineHasANameAnAddressOrAPassword() {
        String unique = UUID.randomUUID().toString();
        String email = unique + "@example.org";
        Visitor visitor = new Visitor(port);
        String link = firstAdministrator.invite(email);
        visitor.submit(visitor.get(link), "#welcome", Map.of("name", "Namn " + unique, "password", "kort "));
        visitor.submit(visitor.get(link), "#welcome", Map.of("name", "Namn " + unique, "password", "lösen " + unique));
        visitor.get("/me");
        Visitor wrong = new Visitor(port);
        Answer refused = wrong.submit(
                wrong.get("/sign-in"), "form[action=/sign-in]", Map.of("email", email, "password", "fel " + unique));
        wrong.post("/sign-in", Map.of("email", email));
        OURS.info("the log is listened to");

        String log = lines.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(log).contains("the log is listened to").doesNotContain(unique);
        assertThat(log).doesNotContain(link.substring("/welcome/".length()));
    }
}
