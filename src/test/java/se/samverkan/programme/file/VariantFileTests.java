package se.samverkan.programme.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import se.samverkan.programme.file.VariantChecking.Checked;
import se.samverkan.programme.file.VariantFile.Parent;
import tools.jackson.databind.json.JsonMapper;

/** The readable file: what it refuses, on which line, what it writes, and that its schema says the same. */
class VariantFileTests {

    @Test
    void takesASmallFileWithNothingWrong() {
        Checked checked = Files.check();
        assertThat(checked.complaints()).isEmpty();
        assertThat(Tree.variant(checked.whole()).phases().getFirst().terms()).isEqualTo(2);
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                broken("name: [a", 1, "not-yaml"),
                broken("- a\n- b", 1, "no-fields"),
                broken("name: Utan nyckel", 1, "no-key"),
                broken(Files.text("phasse: 1"), 16, "unknown-field-near"),
                broken(Files.text("xylofon: 1"), 16, "unknown-field"),
                broken(Files.text("name: Igen"), 16, "twice"),
                broken(change(8, "    - role: HEADTEACHER"), 8, "unknown-role-near"),
                broken(change(8, "    - role: CHIEF"), 8, "unknown-role"),
                broken(change(4, "levels: [SHCOOL]"), 4, "unknown-level-near"),
                broken(change(4, "levels: SCHOOL"), 4, "not-list"),
                broken(change(6, "  selection: MAYBE"), 6, "unknown-choice"),
                broken(change(13, "    terms: 0"), 13, "no-length"),
                broken(change(13, "    terms: två"), 13, "not-number"),
                broken(change(11, "    name: \"\""), 11, "no-words"),
                broken(change(11, "    name: {sv: \"\", en: One}"), 11, "no-words"),
                broken(Files.text("lightMode: kanske"), 16, "not-yes-no"),
                broken(
                        Files.text(
                                "documents:",
                                "  - {key: p, name: P, kind: X, phase: two, levels: [SCHOOL], adoptedBy: [HEAD_TEACHER]}"),
                        17,
                        "no-phase"),
                broken(
                        Files.text(
                                "checks:", "  - {key: a, question: A, why: B.}", "  - {key: a, question: C, why: D.}"),
                        18,
                        "same-key"),
                broken(Files.text("checks:", "  - {question: A, why: B.}"), 17, "no-identity"),
                broken(Files.text("inherits: {variant: gone, version: 1}"), 16, "no-parent"),
                broken(Files.text("inherits: {variant: small, version: 1}"), 16, "goes-round"),
                broken(Files.text("inherits: ksbs"), 16, "inherits"),
                broken(Files.text("terms: &t {ANALYST: a}", "closing: *t"), 16, "shortcut"),
                broken(
                        Files.text("schoolForms:", "  - {form: COMPULSARY, note: Obs.}"),
                        17,
                        "unknown-school-form-near"));
    }

    private static Arguments broken(String text, int line, String rule) {
        return Arguments.of(rule, text, line);
    }

    private static String change(int line, String text) {
        List<String> lines = new java.util.ArrayList<>(Files.SMALL);
        lines.set(line - 1, text);
        return String.join("\n", lines);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void saysOnWhichLineWhatIsWrong(String rule, String text, int line) {
        assertThat(Files.check(text).complaints())
                .extracting(Complaint::rule, Complaint::line)
                .contains(tuple(rule, line));
        assertThat(Files.check(text).isWhole()).isFalse();
    }

    @Test
    void saysAllThatIsWrongAtOnceInTheOrderOfTheLines() {
        String text = change(8, "    - role: CHIEF")
                .replace("    terms: 2", "    terms: 0")
                .replace("[SCHOOL]\nentry", "[SKOLA]\nentry");
        assertThat(Files.check(text).complaints())
                .extracting(Complaint::rule, Complaint::line)
                .containsSubsequence(tuple("unknown-level", 4), tuple("unknown-role", 8), tuple("no-length", 13));
    }

    @Test
    void refusesAFileOfTenMegabytesWithoutReadingIt() {
        assertThat(new VariantChecking(Files.KNOWN, new Files.Shelf(Map.of(), Map.of()))
                        .check(new byte[10_000_000])
                        .complaints())
                .extracting(Complaint::rule)
                .containsExactly("too-large");
    }

    @Test
    void refusesABombOfRepetition() {
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\n";
        assertThat(Files.check(bomb).complaints()).extracting(Complaint::rule).containsExactly("shortcut");
    }

    @Test
    void refusesAFileThatIsNotText() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff, (byte) 0xfe};
        assertThat(new FileReading(Files.KNOWN).read(picture).complaints())
                .extracting(Complaint::rule)
                .containsExactly("not-text");
    }

    @Test
    void makesNoObjectOfATypeThatTheFileNames() {
        assertThatCode(() -> Files.check("key: !!javax.script.ScriptEngineManager [x]\nname: A"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesACircleThroughAnother() {
        var shelf = new Files.Shelf(Map.of("b 1", Files.small()), Map.of("b", "c", "c", "a"));
        String text = "key: a\ninherits: {variant: b, version: 1}\n";
        assertThat(new VariantChecking(Files.KNOWN, shelf)
                        .check(Files.bytes(text))
                        .complaints())
                .extracting(Complaint::rule, Complaint::line)
                .contains(tuple("goes-round", 2));
    }

    /** Whatever bytes are sent, the answer is a list of what is wrong. */
    @Test
    void survivesWhatIsDamaged() {
        Random random = new Random(20261128);
        byte[] whole = Files.content("ksbs");
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit < 1 + random.nextInt(20); hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) (32 + random.nextInt(95));
            }
            assertThatCode(() -> new VariantChecking(Files.KNOWN, new Files.Shelf(Map.of(), Map.of())).check(damaged))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sbs", "ksbs"})
    void readsBackWhatItWrites(String name) {
        Map<String, Object> whole = Files.shipped(name);
        String text = FileWriting.text(Optional.empty(), whole);
        assertThat(Files.check(text).complaints()).isEmpty();
        assertThat(Files.check(text).whole()).isEqualTo(whole);
    }

    @Test
    void writesOnlyWhatDiffersFromTheParent() {
        Map<String, Object> parent = Files.shipped("ksbs");
        Map<String, Object> own = new HashMap<>(parent);
        own.put("key", "norr");
        own.put("lightMode", true);
        String text = FileWriting.text(Optional.of(new Parent("ksbs", 1)), Delta.of(parent, own));
        assertThat(text).isEqualTo("key: norr\ninherits: {variant: ksbs, version: 1}\nlightMode: true\n");
        assertThat(Files.check(text).whole()).isEqualTo(Tree.filled(Shapes.variant(), own));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sbs", "ksbs", "empty"})
    void satisfiesItsPublishedSchema(String name) {
        assertThat(schema().validate(json(new String(Files.content(name), java.nio.charset.StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void hasASchemaThatRefusesWhatTheReaderRefuses() {
        assertThat(schema().validate(json(Files.text("phasse: 1")))).isNotEmpty();
        assertThat(schema().validate(json(change(8, "    - role: CHIEF")))).isNotEmpty();
        assertThat(schema().validate(json(change(13, "    terms: 0")))).isNotEmpty();
        assertThat(schema().validate(json(change(4, "levels: [SKOLA]")))).isNotEmpty();
        assertThat(schema().validate(json(Files.text()))).isEmpty();
    }

    @Test
    void hasASchemaForAFileThatInherits() {
        assertThat(schema().validate(json(
                        "key: a\ninherits: {variant: ksbs, version: 1}\nphases:\n  - {key: plan, removed: true}\n")))
                .isEmpty();
        assertThat(schema().validate(json(Files.text("checks:", "  - {key: a, removed: true}"))))
                .isNotEmpty();
    }

    /** The schema is drawn from the shape, and the shape from the records: every field of every record is in it. */
    @Test
    void hasASchemaWithEveryFieldOfTheRecords() {
        Map<String, Object> whole = Tree.map(Tree.map(schemaTree().get("$defs")).get("whole"));
        assertThat(Tree.map(whole.get("properties")).keySet())
                .containsExactlyElementsOf(
                        Tree.of(Tree.variant(Files.shipped("sbs"))).keySet());
    }

    private static Map<String, Object> schemaTree() {
        return new VariantSchema(Files.KNOWN, (group, part) -> part).schema();
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JsonMapper.builder().build().writeValueAsString(schemaTree()));
    }

    private static JsonNode json(String yaml) {
        return new ObjectMapper().valueToTree(new Yaml().load(yaml));
    }
}
