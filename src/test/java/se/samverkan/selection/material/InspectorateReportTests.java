package se.samverkan.selection.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samverkan.access.Role;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.UnitDocuments.Listed;
import se.samverkan.testing.SamverkanTest;

/** Whoever prepares a round asks for the Inspectorate's reports on a unit; they are linked for the round's people. */
@SamverkanTest
class InspectorateReportTests {

    private static final String ANSWER = """
            {"body": [{"documents": [{"type": "Tillsynsrapport", "title": "Tillsyn 2024", "url": "https://siris.example/1"}]}]}
            """;
    private static final HttpServer SERVER = server();

    @Autowired
    BeanFactory application;

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
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
}
