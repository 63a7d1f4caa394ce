package se.samverkan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samverkan.testing.StartedServer;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those who run it meet: a server that was really started, its two ports, and the proxy in front of it. */
class OperationTests {

    private static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @TempDir
    static Path folder;

    private static StartedServer server;

    @BeforeAll
    static void start() {
        server = StartedServer.on(folder.resolve("data"), Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void saysOnAPortOfItsOwnThatItIsWell(String path) {
        Answer answer = server.overseer().get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void countsForPrometheusByThePatternOfAnAddressAndNeverByTheAddress() {
        server.visitor().get("/units/19121212-1212");
        server.visitor().get("/welcome/a-one-time-link");

        String metrics = server.overseer().get("/actuator/prometheus").body();

        assertThat(metrics).contains("http_server_requests_seconds_count", "jvm_memory_used_bytes", "/units/{key}");
        assertThat(metrics).doesNotContain("19121212", "a-one-time-link");
    }

    /** Maven makes the bill only when it is online; where the build was not, there is none to hand out. */
    @Test
    void handsOutItsBillOfMaterials() {
        assumeThat(getClass().getResource("/META-INF/sbom/application.cdx.json"))
                .as("the bill of materials of this build")
                .isNotNull();
        JsonNode bill = new JsonMapper()
                .readTree(server.overseer().get("/actuator/sbom/application").body());

        assertThat(bill.get("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bill.get("components")
                        .valueStream()
                        .map(part -> part.get("name").asString()))
                .contains("postgresql", "spring-boot", "logback-classic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/actuator/info",
                "/actuator/sbom/application"
            })
    void tellsNothingOfItOnThePagesPort(String path) {
        assertThat(server.visitor().get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/people",
                "/no/such/page",
                "/municipalities/9898",
                "/municipalities/9898/figures.csv",
                "/static/no-such.css",
                "/robots.txt",
                "/api/v1/indicators",
                "/api/v1/openapi.json",
                "/api/v1/school-units/99999999",
                "/api/v1/school-units?size=many",
                "/error"
            })
    void tellsBrowsersToBeStrictWhateverItAnswers(String path) {
        strict(server.visitor().get(path));
    }

    @Test
    void tellsBrowsersToBeStrictOfFilesRedirectsAndRefusedForms() {
        Visitor visitor = server.visitor();
        Answer start = visitor.get("/");
        String style = start.page().select("link[rel=stylesheet]").attr("href");
        String script = start.page().select("script[src]").attr("src");

        assertThat(strict(visitor.get(style)).status()).isEqualTo(200);
        assertThat(strict(visitor.get(script)).status()).isEqualTo(200);
        assertThat(strict(visitor.get("/me")).status()).isEqualTo(303);
        assertThat(strict(visitor.post("/sign-in", Map.of("email", "x"))).status())
                .isEqualTo(403);
        assertThat(strict(visitor.post("/api/v1/imports", Map.of())).status()).isEqualTo(401);
        assertThat(start.page().select("script:not([src]), style, [style], [onclick]"))
                .as("a strict policy forbids these")
                .isEmpty();
    }

    private static Answer strict(Answer answer) {
        assertThat(answer.header("Content-Security-Policy")).as(answer.path()).contains(STRICT);
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Referrer-Policy")).contains("same-origin");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(answer.header("Server")).isEmpty();
        return answer;
    }

    @Test
    void keepsEverythingToHttpsWhereTheProxySaysThatItIs() {
        Answer secured = server.visitor().get("/sign-in", "X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.7");

        assertThat(secured.header("Strict-Transport-Security").orElseThrow()).contains("max-age=31536000");
        assertThat(secured.response().headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
    }

    @Test
    void promisesNoHttpsWhereThereIsNone() {
        Answer plain = server.visitor().get("/sign-in");

        assertThat(plain.header("Strict-Transport-Security")).isEmpty();
        assertThat(plain.response().headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .noneSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    }
}
