package se.samverkan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Words;
import se.samverkan.testing.SamverkanTest;

/** Every no is told in words: on a page to a browser, as problem details to a program. */
@SamverkanTest
@Import(ProblemTests.Refusing.class)
class ProblemTests {

    @Controller
    static class Refusing {

        @GetMapping({"/refuse/{how}", "/api/refuse/{how}"})
        String refuse(@PathVariable String how) {
            throw switch (how) {
                case "not-seen" -> Refusal.notSeen();
                case "not-allowed" -> Refusal.notAllowed("problem.not-allowed.text");
                case "sign-in" -> Refusal.notAllowed("refusal.sign-in");
                case "rule" -> Refusal.rule("refusal.installation.REAL");
                case "stale" -> Refusal.stale();
                case "version-missing" -> Refusal.versionMissing();
                case "malformed" -> Refusal.malformed("problem.malformed.text");
                default -> new IllegalStateException("a secret of the inside");
            };
        }

        @GetMapping("/refuse/number/{number}")
        String number(@PathVariable int number) {
            return "web/start";
        }
    }

    @LocalServerPort
    int port;

    @org.springframework.beans.factory.annotation.Autowired
    org.springframework.context.MessageSource messages;

    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void tellsAReaderThatAPageDoesNotExist() throws Exception {
        HttpResponse<String> answer = get("/no/such/page", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>Sidan finns inte</h1>");
    }

    @Test
    void tellsTheReasonOfARule() throws Exception {
        HttpResponse<String> answer = get("/refuse/rule", "text/html");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("bin/run --empty");
    }

    @Test
    void givesEachRefusalItsStatus() throws Exception {
        assertThat(get("/refuse/not-allowed", "text/html").statusCode()).isEqualTo(403);
        assertThat(get("/refuse/stale", "text/html").statusCode()).isEqualTo(409);
        assertThat(get("/api/refuse/stale", "application/json").statusCode()).isEqualTo(412);
        assertThat(get("/api/refuse/version-missing", "application/json").statusCode())
                .isEqualTo(428);
        assertThat(get("/refuse/malformed", "text/html").statusCode()).isEqualTo(400);
        assertThat(get("/refuse/number/x", "text/html").statusCode()).isEqualTo(400);
    }

    @Test
    void leadsToTheSignInAndBack() throws Exception {
        HttpResponse<String> answer = get("/refuse/sign-in", "text/html");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location"))
                .hasValueSatisfying(
                        path -> assertThat(path).startsWith("/sign-in").contains("sign-in", "refuse"));
    }

    @Test
    void tellsAProgramInProblemDetailsInItsLanguage() throws Exception {
        HttpResponse<String> answer = get("/api/no/such/thing", "application/json");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/not-seen\"", "\"title\":\"Sidan finns inte\"");
    }

    @Test
    void showsNothingOfTheInsideWhenItFails() throws Exception {
        HttpResponse<String> answer = get("/refuse/fail", "text/html");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Det är antecknat med numret").doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void hasTitleTextAndHelpInBothLanguages(Problem problem) {
        for (Words words : new Words[] {new Words(messages, Words.SWEDISH), new Words(messages, Words.ENGLISH)}) {
            for (String part : new String[] {".title", ".text", ".help"}) {
                assertThat(words.text("problem." + problem.slug() + part)).isNotBlank();
            }
        }
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
