package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Branch;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.chain.KeptText;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** A working group draws the chain from evidence to development area, on good days and on bad. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class ChainTests {

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;

    @BeforeEach
    void anAnalysis() {
        stage = new AnalysisStage(application);
        id = stage.begun();
    }

    private Chains chains() {
        return stage.bean(Chains.class);
    }

    @Test
    void asksWhyDownToARootAndOnToAnArea() {
        long problem = stage.problem(id, "Många når inte målen i matematik");
        stage.evidence(id, EvidenceKind.RESULTS, "", "En av fyra når inte E", problem);
        long cause = stage.cause(id, "Vi börjar om varje höst", problem);
        long root = stage.cause(id, "Ingen lämnar över mellan stadierna", cause);
        stage.area(id, "Överlämning mellan stadierna", root);

        Branch tree = stage.chain(id).tree(stage.chain(id).find(problem).orElseThrow());

        assertThat(tree.size()).isEqualTo(5);
        assertThat(tree.evidence()).hasSize(1);
        assertThat(stage.chain(id).isRoot(part(root))).isTrue();
        assertThat(stage.chain(id).isRoot(part(cause))).isFalse();
        assertThat(stage.chain(id)
                        .problemsOf(stage.chain(id).of(PartKind.AREA).getFirst().id()))
                .extracting(Part::id)
                .containsExactly(problem);
    }

    private Part part(long part) {
        return stage.chain(id).find(part).orElseThrow();
    }

    @Test
    void neverUsesTheNumberOfAnAreaAgain() {
        long cause = stage.cause(id, "Orsak", stage.problem(id, "Problem"));
        long first = stage.area(id, "Ett", cause);
        stage.does(stage.member, () -> chains().remove(id, first));

        assertThat(part(stage.area(id, "Två", cause)).number()).isEqualTo(2);
    }

    @Test
    void refusesACauseMovedUnderItsOwnDescendant() {
        long problem = stage.problem(id, "Problem");
        long upper = stage.cause(id, "Övre", problem);
        long middle = stage.cause(id, "Mitten", upper);
        long lower = stage.cause(id, "Nedre", middle);

        assertThat(stage.refusal(stage.member, () -> chains().move(id, upper, Optional.of(problem), lower)))
                .isEqualTo("analysis.refusal.circle");
        assertThat(stage.chain(id).above(upper)).extracting(Part::id).containsExactly(problem);
        MockHttpServletResponse refused = stage.sends(
                stage.member,
                "/analyses/" + id + "/parts/" + upper + "/places",
                "to",
                "" + lower,
                "from",
                "" + problem);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("Det skulle bli en cirkel. Inget är ändrat.");
    }

    @Test
    void movesAPartAndLetsItStandUnderTwo() {
        long problem = stage.problem(id, "Ett");
        long other = stage.problem(id, "Två");
        long cause = stage.cause(id, "Orsak", problem);

        stage.does(stage.member, () -> chains().link(id, cause, other));
        assertThat(stage.chain(id).above(cause)).extracting(Part::id).containsExactly(problem, other);
        stage.does(stage.member, () -> chains().unlink(id, cause, problem));
        assertThat(stage.chain(id).above(cause)).extracting(Part::id).containsExactly(other);
        stage.does(stage.member, () -> chains().move(id, cause, Optional.of(other), problem));
        assertThat(stage.chain(id).above(cause)).extracting(Part::id).containsExactly(problem);
    }

    @Test
    void letsNothingStandWhereItSaysNothing() {
        long problem = stage.problem(id, "Problem");
        long area = stage.area(id, "Område", stage.cause(id, "Orsak", problem));

        assertThat(stage.refusal(stage.member, () -> chains().link(id, area, problem)))
                .isEqualTo("analysis.refusal.place");
        assertThat(stage.refusal(stage.member, () -> stage.area(id, "Område", problem)))
                .isEqualTo("analysis.refusal.place");
    }

    @Test
    void takesBackWhatWasRemovedToWhereItStood() {
        long problem = stage.problem(id, "Problem");
        long cause = stage.cause(id, "Orsak", problem);
        long root = stage.cause(id, "Grund", cause);
        stage.does(stage.member, () -> chains().remove(id, cause));

        assertThat(stage.chain(id).unplaced()).extracting(Part::id).containsExactly(root);
        stage.does(stage.member, () -> chains().restore(id, cause));
        assertThat(stage.chain(id).above(root)).extracting(Part::id).containsExactly(cause);
        assertThat(stage.chain(id).above(cause)).extracting(Part::id).containsExactly(problem);
    }

    @Test
    void takesNothingBackAfterThirtyDays() {
        long problem = stage.problem(id, "Problem");
        stage.does(stage.member, () -> chains().remove(id, problem));
        stage.running
                .cast
                .behind()
                .sql("update analysis.part set removed_at = now() - interval '31 days' where id = ?")
                .param(problem)
                .update();

        assertThat(stage.refusal(stage.member, () -> chains().restore(id, problem)))
                .isEqualTo("refusal.not-seen");
    }

    @Test
    void showsBothTextsToTheSecondOfTwoAndKeepsTheOneThatLost() {
        long problem = stage.problem(id, "Som det var");
        String path = "/analyses/" + id + "/parts/" + problem;
        stage.sends(
                stage.member, path, "version", "0", "part-title", "Som Moa skrev", "seen.part-title", "Som det var");

        MockHttpServletResponse stale = stage.sends(
                stage.running.headTeacher,
                path,
                "version",
                "0",
                "part-title",
                "Som Rut skrev",
                "seen.part-title",
                "Som det var");

        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(RunningCase.text(stale)).contains("Som Moa skrev", "Som Rut skrev");
        assertThat(kept(problem))
                .extracting(KeptText::title, KeptText::why)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Som det var", KeptText.Why.REPLACED),
                        org.assertj.core.groups.Tuple.tuple("Som Rut skrev", KeptText.Why.NOT_SAVED));
    }

    private List<KeptText> kept(long part) {
        return stage.as(stage.member, () -> chains().keptTexts(view(), part));
    }

    private AnalysisView view() {
        return stage.bean(Analyses.class).analysis(id);
    }

    @Test
    void mergesTwoWhoWroteInDifferentFields() {
        long problem = stage.problem(id, "Rubrik");
        String path = "/analyses/" + id + "/parts/" + problem;
        String[] seen = {"seen.part-title", "Rubrik", "seen.part-words", ""};
        stage.sends(
                stage.member,
                path,
                "version",
                "0",
                "part-title",
                "Ny rubrik",
                "part-words",
                "",
                seen[0],
                seen[1],
                seen[2],
                seen[3]);
        MockHttpServletResponse second = stage.sends(
                stage.running.headTeacher,
                path,
                "version",
                "0",
                "part-title",
                "Rubrik",
                "part-words",
                "Mer om det",
                seen[0],
                seen[1],
                seen[2],
                seen[3]);

        assertThat(second.getStatus()).isEqualTo(303);
        assertThat(part(problem).title()).isEqualTo("Ny rubrik");
        assertThat(part(problem).words()).isEqualTo("Mer om det");
    }

    @Test
    void refusesAMillionLettersPlainlyAndGivesThemBack() {
        long problem = stage.problem(id, "Problem");
        String million = "å".repeat(1_000_000);

        MockHttpServletResponse refused = stage.sends(
                stage.member,
                "/analyses/" + id + "/parts/" + problem,
                "version",
                "0",
                "part-title",
                "Problem",
                "part-words",
                million);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("Inget är borta", million);
        assertThat(part(problem).words()).isEmpty();
    }

    @Test
    void showsScriptInTextAsText() {
        long problem = stage.problem(id, "<script>alert(1)</script> \uD83D\uDE00");

        assertThat(stage.page(stage.member, "/analyses/" + id))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; \uD83D\uDE00")
                .doesNotContain("<script>alert");
        assertThat(stage.page(stage.member, "/analyses/" + id + "/parts/" + problem))
                .doesNotContain("<script>alert");
    }

    @Test
    void asksWhyAPersonalNumberStandsInAText() {
        MockHttpServletResponse refused = stage.sends(
                stage.member,
                "/analyses/" + id + "/parts",
                "kind",
                "PROBLEM",
                "version",
                "0",
                "part-title",
                "Samtal om 19121212-1212");

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("number-reason");
        assertThat(stage.chain(id).parts()).isEmpty();
    }

    @Test
    void addsAPartOnceThoughTheFormIsSentTwice() {
        String[] form = {
            "kind",
            "PROBLEM",
            "version",
            "0",
            "part-title",
            "Problem",
            "once",
            java.util.UUID.randomUUID().toString()
        };
        stage.sendsAs(stage.member, "/analyses/" + id + "/parts", form);
        stage.sendsAs(stage.member, "/analyses/" + id + "/parts", form);

        assertThat(stage.chain(id).parts()).hasSize(1);
    }

    @Test
    void givesAreasThatAreAddedAtOnceDifferentNumbers() {
        long cause = stage.cause(id, "Orsak", stage.problem(id, "Problem"));
        List<CompletableFuture<Long>> all = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> stage.area(id, "Område " + n, cause)))
                .toList();
        all.forEach(CompletableFuture::join);

        assertThat(stage.chain(id).of(PartKind.AREA)).extracting(Part::number).containsExactly(1, 2, 3, 4);
    }

    @Test
    void beginsOncePerUnit() {
        assertThat(stage.begun()).isEqualTo(id);
    }

    @Test
    void tellsEveryChangeInTheLogOfTheOrganiser() {
        long problem = stage.problem(id, "Problem");
        stage.does(
                stage.member,
                () -> chains().change(id, problem, 0, new PartDraft(PartKind.PROBLEM, "", "", "", "Nytt", "", "")));
        stage.does(stage.member, () -> chains().remove(id, problem));

        for (String what : List.of("begun", "part-added", "part-changed", "part-removed")) {
            assertThat(stage.running.told("analysis." + what, stage.running.organiser))
                    .as(what)
                    .isEqualTo(1);
        }
        assertThat(stage.page(stage.member, "/analyses/" + id)).contains("ändrade en del i nulägesanalysen");
    }
}
