package se.samverkan.statistics.skolverket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.UnitDocuments.Listed;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** The Inspectorate's reports of a unit are linked as Skolverket's API lists them, and nothing but addresses of the web. */
@SamverkanTest
class ListedDocumentsTests {

    private static final String CODE = "12345678";
    private static final String REPORT = "https://siris.example/openfile?docID=1";
    private static final String SURVEY = "http://siris.example/openfile?docID=2";
    private static final String ANSWER = """
            {"status": "OK", "body": [
              {"typeOfSchoolingCode": "fsk", "documents": [
                {"type": "Tillsynsrapport", "title": "Regelbunden tillsyn 2024", "url": "%1$s", "typeId": "REPORT"},
                {"type": "Tillsynsrapport", "title": "Farlig", "url": "javascript:alert(1)"},
                {"type": "Tillsynsrapport", "title": "Utan adress"},
                {"type": "Tillsynsrapport", "title": " ", "url": "https://siris.example/utan-titel"}]},
              {"typeOfSchoolingCode": "gr", "documents": [
                {"type": "Tillsynsrapport", "title": "Regelbunden tillsyn 2024", "url": "%1$s"},
                {"type": "Skolenkäten", "title": "Skolenkäten VT24", "url": "%2$s"}]}]}
            """.formatted(REPORT, SURVEY);

    @Autowired
    JdbcClient database;

    @Autowired
    Installation installation;

    @Autowired
    TestDatabase where;

    private final BadDayServer server = new BadDayServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private ListedDocuments documents() {
        SkolverketSettings settings = new SkolverketSettings(
                server.url(), 4, Duration.ofMillis(500), 4, Duration.ofMillis(5), Duration.ofMillis(50), 3);
        return new ListedDocuments(settings, installation, database, Clock.systemUTC());
    }

    @Test
    void areToldOnceEachAndOnlyWithAnAddressOfTheWeb() {
        server.says(Paths.documents(CODE), ANSWER);

        assertThat(documents().ask(CODE))
                .containsExactly(
                        new Listed("Tillsynsrapport", "Regelbunden tillsyn 2024", REPORT),
                        new Listed("Skolenkäten", "Skolenkäten VT24", SURVEY));
        assertThat(server.asked).as("links are never followed").containsExactly(Paths.documents(CODE));
    }

    @Test
    void areNoneWhereTheApiHasNone() {
        assertThat(documents().ask(CODE)).isEmpty();
    }

    @Test
    void areNotGuessedWhenTheServerSaysSomethingElse() {
        server.says(Paths.documents(CODE), ANSWER, BadDayServer.html(), BadDayServer.html(), BadDayServer.html());

        assertThatThrownBy(() -> documents().ask(CODE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo("statistics.documents.no-answer"));
    }

    @Test
    void areReadWithoutHarmWhenTheShapeIsAnother() {
        for (String other : List.of("{}", "[]", "{\"body\": 1}", "{\"body\": [1, {\"documents\": {\"a\": 1}}]}")) {
            assertThat(ListedDocuments.read(other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void areKeptWithTheDayAndANewerListTakesTheirPlace() {
        Cast cast = new Cast(where);
        long unit = cast.unit("Åsskolan", cast.organisation("Åsby"));
        assertThat(documents().of(unit)).isEmpty();

        documents().keep(unit, List.of(new Listed("A", "Äldre", REPORT), new Listed("A", "Annan", SURVEY)));
        documents().keep(unit, List.of(new Listed("A", "Nyare", REPORT)));

        assertThat(documents().of(unit).orElseThrow().documents())
                .extracting(Listed::title)
                .containsExactly("Nyare");
    }
}
