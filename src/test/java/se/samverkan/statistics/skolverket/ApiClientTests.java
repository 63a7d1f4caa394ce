package se.samverkan.statistics.skolverket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiClientTests {

    private static final String PATH = Paths.SALSA;
    private static final String BODY = "{\"status\":\"OK\",\"body\":{\"a\":[1,2,3]}}";

    private final BadDayServer server = new BadDayServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer ask() throws InterruptedException {
        SkolverketSettings settings = new SkolverketSettings(
                server.url(), 4, Duration.ofMillis(500), 4, Duration.ofMillis(5), Duration.ofMillis(1500), 3);
        try (ApiClient client = new ApiClient(settings, Clock.systemUTC())) {
            return client.ask(PATH);
        }
    }

    private static void isWhole(Answer answer, int attempts) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Body.class, body -> {
            assertThat(new String(body.json(), StandardCharsets.UTF_8)).isEqualTo(BODY);
            assertThat(body.attempts()).isEqualTo(attempts);
        });
    }

    private static void isGivenUp(Answer answer, String reason, int attempts) {
        assertThat(answer).isInstanceOfSatisfying(Answer.GivenUp.class, givenUp -> {
            assertThat(givenUp.reason()).isEqualTo(reason);
            assertThat(givenUp.attempts()).isEqualTo(attempts);
        });
    }

    @Test
    void waitsAsLongAsABusyServerAsks() throws InterruptedException {
        server.says(PATH, BODY, BadDayServer.busy(503, "1"));
        long before = System.nanoTime();

        isWhole(ask(), 2);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void triesAgainAfterTooManyQuestionsACutBodyHalfADocumentAndHtml() throws InterruptedException {
        server.says(PATH, BODY, BadDayServer.busy(429, "0"), BadDayServer.cut(), BadDayServer.html());
        isWhole(ask(), 4);
    }

    @Test
    void doesNotTakeHalfADocumentForAWholeOne() throws InterruptedException {
        server.says(PATH, BODY, BadDayServer.half());
        isWhole(ask(), 2);
    }

    @Test
    void givesUpASilentServerAfterSomeAttempts() throws InterruptedException {
        var silent = BadDayServer.silent();
        server.says(PATH, BODY, silent, silent, silent, silent);
        isGivenUp(ask(), "silent", 4);
    }

    @Test
    void givesUpAPageOfHtmlWithItsReason() throws InterruptedException {
        var html = BadDayServer.html();
        server.says(PATH, BODY, html, html, html, html);
        isGivenUp(ask(), "not-json", 4);
    }

    @Test
    void doesNotAskAgainWhatWillNotChange() throws InterruptedException {
        server.says(PATH, BODY, BadDayServer.status(403));
        isGivenUp(ask(), "status", 1);
    }

    @Test
    void takesNotFoundForAnAnswer() throws InterruptedException {
        assertThat(ask()).isEqualTo(new Answer.Nothing(1));
    }

    @Test
    void followsNoRedirect() throws InterruptedException {
        try (BadDayServer other = new BadDayServer()) {
            other.says("/", BODY);
            server.says(PATH, BODY, BadDayServer.elsewhere(other.url().resolve("/")));

            isGivenUp(ask(), "status", 1);

            assertThat(other.asked).isEmpty();
        }
    }

    @Test
    void readsRetryAfterAsSecondsAndAsADate() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(RetryAfter.parse("7", now)).hasValue(Duration.ofSeconds(7));
        assertThat(RetryAfter.parse("Sun, 1 Mar 2026 12:00:30 GMT", now)).hasValue(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("soon", now)).isEmpty();
    }
}
