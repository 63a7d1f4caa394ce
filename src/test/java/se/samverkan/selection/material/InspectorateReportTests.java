package se.samverkan.selection.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.RoundStage;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.UnitDocuments.Listed;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Whoever prepares a round asks for the Inspectorate's reports on a unit; they are linked for the round's people. */
@SamverkanTest
class InspectorateReportTests {

    private static final String ANSWER = """
            {"body": [{"documents": [{"type": "Tillsynsrapport", "title": "Tillsyn 2024", "url": "https://siris.example/1"}]}]}
            """;
    private static final HttpServer SERVER = server();
    private static volatile boolean silent;

    @Autowired
    WebApplicationContext application;

    @Autowired
    TestDatabase database;

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                if (silent) {
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                    return;
                }
                byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void skolverket(DynamicPropertyRegistry properties) {
        properties.add(
                "samverkan.skolverket.url",
                () -> "http://127.0.0.1:" + SERVER.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop(0);
    }

    @Test
    void areListedForAUnitAndTheLogTells() {
        RoundOfFigures round = new RoundOfFigures(application, null);
        round.freeze();
        var unit = round.units().getFirst();
        InspectorateReports reports = round.bean(InspectorateReports.class);
        long stranger = round.cast.player("Kollega", Role.PROGRAMME_OFFICER, round.agency);

        assertThatThrownBy(() -> round.as(stranger, () -> {
                    reports.ask(round.id, unit.key());
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SEEN));
        assertThat(reports.of(unit.unit())).isEmpty();

        round.does(() -> reports.ask(round.id, unit.key()));

        assertThat(reports.of(unit.unit()).orElseThrow().documents())
                .containsExactly(new Listed("Tillsynsrapport", "Tillsyn 2024", "https://siris.example/1"));
        assertThat(round.behind()
                        .sql("select what from records.audit_entry where organisation = ?")
                        .param(round.agency)
                        .query(String.class)
                        .list())
                .contains("round.reports-listed");
    }

    @Test
    void areMissedBesideTheButtonWhenSkolverketDoesNotAnswer() throws Exception {
        RoundStage stage = new RoundStage(application, database);
        silent = true;
        try {
            MockHttpServletResponse answer = stage.asks(
                    stage.officer,
                    post("/selection/" + stage.round + "/reports")
                            .param("unit", stage.key)
                            .param("form", "COMPULSORY"));
            Document page = Jsoup.parse(answer.getContentAsString());

            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(page.select("h1").text()).isEqualTo("Provskolan");
            assertThat(page.select("section[aria-labelledby=inspectorate] .notice.error + form button")
                            .text())
                    .isEqualTo("Hämta listan över rapporter");
            assertThat(page.select("section[aria-labelledby=inspectorate] .notice")
                            .text())
                    .contains("Skolverket svarar inte just nu.", "Inget är ändrat.");
            assertThat(stage.told("round.reports-listed")).isZero();
        } finally {
            silent = false;
        }
    }
}
