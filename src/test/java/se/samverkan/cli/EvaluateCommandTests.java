package se.samverkan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Effects from the command line: as JSON in the promised form, and as sentences. */
class EvaluateCommandTests {

    private static final String PANEL = """
            unit,period,outcome,treated_from
            a,1,1,2
            a,2,4,2
            b,1,2,2
            b,2,6,2
            c,1,1,
            c,2,2,
            d,1,5,
            d,2,5,
            """;
    private static final String PAIRS =
            "id,pair,offered,outcome,took_part\na,1,1,3,1\nb,1,0,2,0\nc,2,1,5,1\nd,2,0,1,0\ne,3,1,5,0\nf,3,0,8,0\n";

    @TempDir
    Path folder;

    @Test
    void tellsAPanelAsJsonInThePromisedForm() throws Exception {
        JsonNode answer = json("evaluate", "--panel", file(PANEL), "--json", "--bootstrap", "200", "--seed", "9");

        assertThat(answer.get("attGt").get(0).propertyNames()).containsExactly("group", "period", "estimate", "se");
        assertThat(answer.get("overall").propertyNames()).containsExactly("simple", "group", "dynamic");
        assertThat(answer.get("overall").get("simple").propertyNames())
                .containsExactly("estimate", "se", "lower", "upper");
        assertThat(answer.get("eventStudy").get(0).propertyNames())
                .containsExactly("e", "estimate", "se", "lower", "upper");
        assertThat(answer.get("bands").get("kind").asString()).isEqualTo("simultaneous");
        assertThat(answer.get("notes").get(1).asString()).contains("kluster");
    }

    @Test
    void tellsPairsAsJsonInThePromisedForm() throws Exception {
        JsonNode answer = json("evaluate", "--pairs", file(PAIRS), "--json");

        assertThat(answer.get("itt").propertyNames()).containsExactly("estimate", "se", "df", "lower", "upper");
        assertThat(answer.get("randomisation").propertyNames()).containsExactly("p", "draws", "exact");
        assertThat(answer.get("late").propertyNames())
                .containsExactly("estimate", "se", "df", "lower", "upper", "firstStage", "pairs");
        JsonNode without = json("evaluate", "--pairs", file(PAIRS.replaceAll(",(took_part|[01])\n", "\n")), "--json");
        assertThat(without.get("late").isNull()).isTrue();
    }

    @Test
    void tellsBothAsAPlainSentenceInBothLanguages() throws Exception {
        assertThat(Spoken.by("evaluate", "--panel", file(PANEL)).out())
                .contains("4 enheter, varav 2 startar")
                .contains("Skillnaden är +3,00; den kan ligga mellan +2,02 och +3,98.")
                .contains("+0: 3,0000 (medelfel 0,5000")
                .doesNotContain("evaluation.");
        assertThat(Spoken.by("evaluate", "--pairs", file(PAIRS)).out())
                .contains("Vi kan inte se någon skillnad; den kan ligga mellan −8,06 och +9,39.")
                .doesNotContain("evaluation.");
        assertThat(Spoken.by("evaluate", "--pairs", file(PAIRS), "--language", "en")
                        .out())
                .contains("We cannot see a difference; it can lie between −8.06 and +9.39.");
    }

    @Test
    void tellsHowAnOutcomeGoesTogetherWithTheDoseAndNeverCallsItAnEffect() throws Exception {
        String doses = "id,cluster,dose,outcome\na,1,2,1\nb,1,4,3\nc,2,6,2\nd,2,8,5\ne,3,10,4\nf,3,12,6\ng,4,3,2\n";

        JsonNode answer = json("evaluate", "--dose", file(doses), "--json");

        assertThat(answer.get("slope").get("estimate").asDouble()).isBetween(0.3, 0.5);
        assertThat(answer.get("clusters").asInt()).isEqualTo(4);
        assertThat(Spoken.by("evaluate", "--dose", file(doses)).out())
                .contains("samband och ingen effekt")
                .doesNotContain("evaluation.");
        assertThat(Spoken.by("evaluate", "--dose", file(doses.replaceAll("(,\\d),\\d+,", "$1,0,")))
                        .err())
                .contains("minst 5 behövs");
    }

    @Test
    void refusesInWords() throws Exception {
        Spoken refused = Spoken.by("evaluate", "--panel", file(PANEL.replace("b,2,6,2", "b,1,6,2")), "--json");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("Rad 5: enheten b har redan en rad för perioden 1.");
        assertThat(refused.out()).isEmpty();
        assertThat(Spoken.by("evaluate", "--panel", "no-such-file").status()).isEqualTo(1);
    }

    @Test
    void tellsWhatSizeOfEffectCouldBeSeen() throws Exception {
        String[] asked = {"power", "--panel", file(PANEL), "--treated", "2", "--compared", "2"};

        assertThat(Spoken.by(asked).out())
                .contains("Historien: 4 enheter i 2 perioder. Ingen är utelämnad.")
                .contains("ser vi fyra gånger av fem en effekt på")
                .doesNotContain("evaluation.");
        JsonNode answer =
                json("power", "--panel", file(PANEL), "--treated", "2", "--compared", "2", "--json", "--draws", "500");
        assertThat(answer.propertyNames())
                .containsExactly("detectable", "falseAlarms", "chances", "plan", "units", "periods", "incomplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "evaluate --panel a --pairs b"})
    void wantsOneOfTheTwoFiles(String line) {
        Spoken answer = Spoken.by(line.split(" "));

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("--panel", "--pairs", "--help");
    }

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve("file.csv"), content).toString();
    }

    private static JsonNode json(String... arguments) {
        Spoken answer = Spoken.by(arguments);
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out()).doesNotContain("NaN", "Infinity");
        return JsonMapper.shared().readTree(answer.out());
    }
}
