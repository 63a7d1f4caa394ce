package se.samverkan.programme.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a whole variant must keep, rule by rule: what is added to one that keeps all of them, and what is said of it. */
class VariantRulesTests {

    private static final String SERIES = "series: [{key: s, name: S, phase: one, levels: [SCHOOL], meetings: [";

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("no-meetings", "series/s/meetings", SERIES + "]}]"),
                Arguments.of(
                        "meeting-order",
                        "series/s/meetings/b/weeks",
                        SERIES
                                + "{key: a, name: A, weeks: 9, minutes: 60}, {key: b, name: B, weeks: 3, minutes: 60}]}]"),
                Arguments.of(
                        "beyond-phase",
                        "series/s/meetings/a/weeks",
                        SERIES + "{key: a, name: A, weeks: 60, minutes: 60}]}]"),
                Arguments.of(
                        "number", "series/s/meetings/a/minutes", SERIES + "{key: a, name: A, weeks: 6, minutes: 0}]}]"),
                Arguments.of("no-questions", "forms/f/fields", form("")),
                Arguments.of("too-few-choices", "forms/f/fields/q/choices", form("{key: q, label: Q, kind: CHOICE}")),
                Arguments.of(
                        "choices-of-no-choice",
                        "forms/f/fields/q/choices",
                        form("{key: q, label: Q, kind: TEXT, choices: [{key: a, name: A}]}")),
                Arguments.of(
                        "most-under-least",
                        "staffing/ANALYST/atMost",
                        "staffing: [{role: ANALYST, levels: [SCHOOL], atLeast: 3, atMost: 2, why: Därför.}]"),
                Arguments.of(
                        "level-takes-no-part",
                        "documents/d/levels",
                        "documents: [{key: d, name: D, kind: X, phase: one, levels: [PRESCHOOL], adoptedBy: [STAFF]}]"),
                Arguments.of(
                        "none-chosen",
                        "documents/d/adoptedBy",
                        "documents: [{key: d, name: D, kind: X, phase: one, levels: [SCHOOL], adoptedBy: []}]"),
                Arguments.of(
                        "nothing-said",
                        "documents/d/kind",
                        "documents: [{key: d, name: D, phase: one, levels: [SCHOOL], adoptedBy: [STAFF]}]"),
                Arguments.of("no-words", "checks/c/why", "checks: [{key: c, question: C}]"));
    }

    private static String form(String fields) {
        return "forms: [{key: f, name: F, phase: one, levels: [SCHOOL], minutes: 5, askedBy: Vi., fields: [" + fields
                + "]}]";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void saysWhichRuleIsBrokenAndWhere(String rule, String path, String more) {
        assertThat(Files.check(Files.text(more)).complaints())
                .extracting(Complaint::rule, Complaint::path)
                .containsExactly(tuple(rule, path));
    }

    @Test
    void letsARoleBeStaffedForThePartnershipAsAWholeThoughTheOrganiserTakesNoPart() {
        String staffing = "staffing: [{role: ANALYST, levels: [ORGANISER], atMost: 2, why: Därför.}]";
        assertThat(Files.check(Files.text(staffing)).complaints()).isEmpty();
    }

    @Test
    void holdsForWhatIsShipped() {
        assertThat(VariantRules.broken(Files.shipped("sbs"))).isEmpty();
        assertThat(VariantRules.broken(Files.shipped("ksbs"))).isEmpty();
    }

    @Test
    void saysWhatIsMissingInOneThatIsBegun() {
        assertThat(VariantRules.broken(Files.shipped("empty")))
                .allMatch(Complaint::missing)
                .hasSize(4);
    }
}
