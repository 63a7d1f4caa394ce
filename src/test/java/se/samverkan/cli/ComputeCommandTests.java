package se.samverkan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that only compute: no database, no rooms. */
class ComputeCommandTests {

    private static final String SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    @TempDir
    Path folder;

    @Test
    void estimatesAsJsonInThePromisedForm() throws Exception {
        JsonNode fit = json(Spoken.by("estimate", "--input", file("id,y,v,x1\nA,0,1,0\nB,4,1,1\nC,5,1,1\n"), "--json"));

        assertThat(fit.propertyNames()).containsExactly("k", "tau2", "i2", "coefficients", "units");
        assertThat(fit.get("k").asInt()).isEqualTo(3);
        assertThat(fit.get("coefficients").get(0).propertyNames()).containsExactly("name", "estimate", "se");
        assertThat(fit.get("coefficients").get(0).get("name").asString()).isEqualTo("intercept");
        assertThat(fit.get("coefficients").get(1).get("name").asString()).isEqualTo("x1");
        assertThat(fit.get("units").get(2).propertyNames()).containsExactly("id", "estimate", "se");
        assertThat(fit.get("units").get(2).get("id").asString()).isEqualTo("C");
    }

    @Test
    void estimatesInWordsInBothLanguages() throws Exception {
        String input = file("id,y,v\nA,0,1\nB,4,1\n");

        assertThat(Spoken.by("estimate", "--input", input).out())
                .contains("2 enheter")
                .contains("(I²): 87,5 %")
                .contains("A: 0,2500 (medelfel 0,9682)");
        assertThat(Spoken.by("estimate", "--input", input, "--language", "en").out())
                .contains("2 units")
                .contains("A: 0.2500 (standard error 0.9682)");
    }

    @Test
    void drawsAsJsonInThePromisedForm() throws Exception {
        JsonNode draw = json(Spoken.by(
                "draw",
                "--input",
                file("id,stratum,index\nA2,Grundskola,1\nÅsa,Grundskola,1\nz,Grundskola,0\n"),
                "--seed",
                SEED,
                "--json"));

        assertThat(draw.propertyNames()).containsExactly("seedSha256", "listSha256", "pairs", "unpaired");
        assertThat(draw.get("pairs").get(0).propertyNames()).containsExactly("stratum", "first", "second", "offered");
        assertThat(draw.get("pairs").get(0).get("offered").asString()).isEqualTo("Åsa");
        assertThat(draw.get("unpaired").get(0).asString()).isEqualTo("z");
    }

    @Test
    void drawsInWordsInBothLanguages() throws Exception {
        String input = file("id,stratum,index\nA2,Grundskola,1\nÅsa,Grundskola,1\nz,Grundskola,0\n");

        assertThat(Spoken.by("draw", "--input", input, "--seed", SEED).out())
                .contains("Fröets SHA-256: 630dcd29")
                .contains("Grundskola: A2 och Åsa. Erbjuds stöd: Åsa")
                .contains("Utan par: z");
        assertThat(Spoken.by("--language", "en", "draw", "--input", input, "--seed", SEED)
                        .out())
                .contains("Grundskola: A2 and Åsa. Offered support: Åsa");
    }

    @Test
    void readsWhatIsSentIn() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("id,y,v\nA,1,1\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(json(Spoken.by("estimate", "--input", "-", "--json"))
                            .get("k")
                            .asInt())
                    .isEqualTo(1);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void refusesWithTheRowInTheLanguageOfTheTerminal() throws Exception {
        String input = file("id,y,v\nA,1,1\nB,ett,1\n");
        Spoken swedish = Spoken.by("estimate", "--input", input, "--json");
        Spoken english = Spoken.by("estimate", "--input", input, "--json", "--language", "en");

        assertThat(swedish.status()).isEqualTo(1);
        assertThat(swedish.out()).isEmpty();
        assertThat(swedish.err()).contains("Rad 3, kolumnen y: ”ett” är inte ett tal");
        assertThat(english.err()).contains("Row 3, column y: “ett” is not a number");
    }

    @Test
    void saysHowManyUnitsThereAreForHowManyCoefficients() throws Exception {
        String input = file("id,y,v,x\nA,1,1,0\nB,2,1,1\n");

        assertThat(Spoken.by("estimate", "--input", input).err()).contains("Det finns 2 enheter men 2 koefficienter");
        assertThat(Spoken.by("estimate", "--input", input, "--language", "en").err())
                .contains("There are 2 units but 2 coefficients");
    }

    @Test
    void saysWhichCovariateFollowsFromWhich() throws Exception {
        Spoken answer = Spoken.by(
                "estimate", "--input", file("id,y,v,storlek,dubbelt\n1,1,1,1,2\n2,2,1,2,4\n3,1,1,3,6\n4,3,1,9,18\n"));

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("dubbelt följer helt av storlek");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Spoken answer = Spoken.by("draw", "--input", folder.resolve("no.csv").toString(), "--seed", SEED);

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("no.csv").doesNotContain("Exception");
    }

    @Test
    void refusesAShortSeed() throws Exception {
        Spoken answer = Spoken.by("draw", "--input", file("id,stratum,index\na,s,1\n"), "--seed", "00");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("Fröet har 1 byte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"estimate", "draw --input x.csv", "draw --seed 00", "estimate --input", "estimate --input a b"})
    void callsWhatIsMissingWrongUsage(String line) {
        Spoken answer = Spoken.by(line.split(" "));

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("--help").doesNotContain("cli.").doesNotContain("Exception");
    }

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve("list.csv"), content).toString();
    }

    private static JsonNode json(Spoken answer) {
        assertThat(answer.status()).as(answer.err()).isZero();
        return new JsonMapper().readTree(answer.out());
    }
}
