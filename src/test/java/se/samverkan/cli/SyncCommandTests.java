package se.samverkan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetching from the terminal, from a server on loopback that knows one school. */
class SyncCommandTests {

    private static final String ADDRESS = "samverkan.skolverket.url";
    private static final String ATTEMPTS = "samverkan.skolverket.attempts";

    private static final Map<String, String> ANSWERS = Map.of(
            "/skolenhetsregistret/v2/school-units",
            """
            {"data":{"attributes":[{"schoolUnitCode":"10000001","name":"A","status":"AKTIV"}]}}
            """,
            "/skolenhetsregistret/v2/school-units/10000001",
            """
            {"data":{"schoolUnitCode":"10000001","attributes":{"displayName":"Påhittade skolan","status":"AKTIV",
              "schoolUnitType":"SKOLENHET","municipalityCode":"0199","schoolTypes":["GR"],"addresses":[]}},
             "included":{"attributes":{"organizationNumber":"2120009999","displayName":"Aby kommun",
              "organizerType":"KOMMUN"}}}
            """,
            "/planned-educations/v4/school-units",
            """
            {"status":"OK","body":{"_embedded":{"listedSchoolUnits":[]},"page":{"totalPages":0}}}
            """);

    @TempDir
    static Path folder;

    private static HttpServer server;

    @BeforeAll
    static void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", SyncCommandTests::answer);
        server.start();
        System.setProperty(ATTEMPTS, "1");
    }

    @AfterAll
    static void end() {
        server.stop(0);
        System.clearProperty(ADDRESS);
        System.clearProperty(ATTEMPTS);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = ANSWERS.get(exchange.getRequestURI().getPath());
            byte[] bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
            exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Test
    void saysWhyNothingCameAndGoesOnWhenItIsGivenAgain() {
        Path data = folder.resolve("data");
        System.setProperty(ADDRESS, "http://127.0.0.1:1");

        Spoken away = sync(data);

        assertThat(away.status()).isEqualTo(1);
        assertThat(away.err())
                .contains("Det gick inte att nå Skolverkets server")
                .contains("nästa försök tar vid")
                .doesNotContain("Exception");

        System.setProperty(ADDRESS, "http://127.0.0.1:" + server.getAddress().getPort());
        Spoken back = sync(data);

        assertThat(back.status()).as(back.err()).isZero();
        JsonNode receipt = new JsonMapper().readTree(back.out());
        assertThat(receipt.get("outcome").asString()).isEqualTo("DONE");
        assertThat(receipt.get("takenUp").asInt()).isEqualTo(2);
        assertThat(receipt.get("counts").get("unitsAdded").asInt()).isOne();
        assertThat(sync(data).out()).contains("\"unitsAdded\":0");
    }

    private static Spoken sync(Path data) {
        return Spoken.by("sync", "--json", "--data", data.toString());
    }
}
