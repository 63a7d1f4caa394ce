package se.samverkan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samverkan.testing.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files from the terminal, into a database that the first of them makes. */
class ImportCommandTests {

    private static final String HEAD = """
            Statistik från Skolverket, https://www.skolverket.se;;;;;;;;;;
            Grundskola - Slutbetyg årskurs 9, samtliga elever;;;;;;;;;;
            Valt läsår: 2024/25;;;;;;;;;;
            Skola;Skol-enhetskod;Skolkommun;Kommun-kod;Typ av huvudman;Huvudman;Huvudman orgnr;Antal elever;\
            Andel (%) elever som uppfyllt betygskriterierna i alla ämnen;Andel (%) elever behöriga till yrkesprog.;\
            Genomsnittligt meritvärde (17 ämnen)
            """;

    @TempDir
    static Path folder;

    private static Path data;
    private static Spoken tried;
    private static Spoken first;

    @BeforeAll
    static void begin() throws IOException {
        data = folder.resolve("data");
        Path file = file("first.csv", school(10000001, "45;81,5;~100;231,5"), school(10000002, "30;.;..;218,0"));
        tried = on("import", "--dry-run", file.toString());
        first = on("import", file.toString());
    }

    @Test
    void saysWhatWouldHappenAndLetsNothingHappen() {
        assertThat(tried.status()).as(tried.err()).isZero();
        assertThat(tried.out()).contains("first.csv: Filen går att läsa in.").contains("Ingenting är ändrat än");
        assertThat(first.out()).contains("8 uppgifter är nya");
    }

    @Test
    void makesTheDatabaseARealOneAndShowsTheFiguresAtOnce() {
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).contains("Slutbetyg årskurs 9, per skolenhet").contains("2024/25");

        JsonNode figures = json(on("figures", "10000001", "--indicator", "gr9-merit"));

        assertThat(figures.toString()).contains("231.5").contains("\"token\":\"231,5\"");
        assertThat(json(on("units", "--query", "påhittade")).get("total").asInt())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void knowsTheSameFileAgain() {
        Spoken again = on("import", folder.resolve("first.csv").toString(), "--json");

        assertThat(again.status()).isZero();
        assertThat(json(again).get("outcome").asString()).isEqualTo("KNOWN_ALREADY");
    }

    @Test
    void namesRowColumnValueAndRuleOfWhatItRefusesAndTakesTheOtherFilesIn() throws IOException {
        Path wrong = file("wrong.csv", school(10000003, "12;många;50,0;200,0"));
        Path right = file("right.csv", school(10000004, "12;50,0;50,0;200,0"));

        Spoken answer = on("import", wrong.toString(), right.toString(), "--json");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err())
                .contains("wrong.csv: Filen är inte inläst")
                .contains("Rad 5, kolumnen ”Andel (%) elever som uppfyllt")
                .contains("där det står ”många”: Det här är varken ett tal");
        List<JsonNode> receipts =
                answer.out().lines().map(new JsonMapper()::readTree).toList();
        assertThat(receipts)
                .extracting(receipt -> receipt.get("outcome").asString())
                .containsExactly("REFUSED", "DONE");
        assertThat(receipts.getFirst().get("lines").get(0).get("row").asInt()).isEqualTo(5);
        assertThat(on("figures", "10000003").status()).isEqualTo(1);
        assertThat(on("figures", "10000004").status()).isZero();
    }

    @Test
    void looksForEveryFileBeforeItTouchesAnything() {
        Path untouched = folder.resolve("untouched");

        Spoken answer = Spoken.by("import", folder.resolve("no-such.csv").toString(), "--data", untouched.toString());

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("no-such.csv finns inte");
        assertThat(untouched).doesNotExist();
    }

    @Test
    void takesTheFilesAsTheyAreDownloaded() {
        String year9 = SharedData.file(
                        "skolverket/Grundskola - Slutbetyg årskurs 9, samtliga elever 2025 Skolenhet.csv")
                .toString();
        String eligibility =
                SharedData.file("skolverket/behorighet_grundskola_2024_25.csv").toString();

        Spoken answer = on("import", eligibility, year9);

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("Rader: 2\u202f139").contains("Rader: 1\u202f714");
    }

    private static Path file(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEAD + String.join("\n", rows) + "\n");
    }

    private static String school(int code, String figures) {
        return "Påhittade skolan %d;%d;Uddköping;0114;Kommunal;Uddköpings kommun;2120009998;%s"
                .formatted(code, code, figures);
    }

    private static Spoken on(String... arguments) {
        return Spoken.by(Stream.concat(Arrays.stream(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    }

    private static JsonNode json(Spoken answer) {
        return new JsonMapper().readTree(answer.out());
    }
}
