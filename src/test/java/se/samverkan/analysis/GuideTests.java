package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.guide.AskedForm;
import se.samverkan.analysis.guide.Guide;
import se.samverkan.partnership.RunningCase;
import se.samverkan.programme.variant.QuestionForm.Field;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** The programme's questions guide a unit through its analysis, and so do the threads that are still loose. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class GuideTests {

    private static final String FORM = "/guide/analysis";

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;

    @BeforeEach
    void anAnalysis() {
        stage = new AnalysisStage(application);
        id = stage.begun();
    }

    private List<AskedForm> forms() {
        return stage.as(
                stage.member,
                () -> stage.bean(Guide.class).forms(stage.bean(Analyses.class).analysis(id)));
    }

    private List<String> fields() {
        return forms().getFirst().fields().stream().map(Field::key).toList();
    }

    private void isA(String form) {
        stage.running
                .cast
                .behind()
                .sql(
                        "insert into organisation.unit_form (unit, form, grades) values (?, ?, '{}') on conflict do nothing")
                .params(stage.unit, form)
                .update();
    }

    @Test
    void asksThePhaseOfTheAnalysisAndNoOther() {
        assertThat(forms()).extracting(form -> form.form().key()).containsExactly("analysis");
        assertThat(stage.page(stage.member, "/analyses/" + id + FORM))
                .contains("Tar ungefär 180 minuter", "Fråga Processtödjare om ni kör fast", "Vilka är ni?");
    }

    @Test
    void asksWhatSuitsTheSchoolForms() {
        isA("COMPULSORY");
        assertThat(fields()).contains("results").doesNotContain("learning");
    }

    @Test
    void asksTheShortFormWhereTheOrganiserHasChosenIt() {
        int all = fields().size();
        stage.running
                .cast
                .behind()
                .sql("update partnership.partnership set light = true where id = ?")
                .param(stage.running.id)
                .update();

        assertThat(fields()).hasSizeLessThan(all).doesNotContain("strengths");
    }

    @Test
    void keepsAnswersOfTwoWhoAnswerDifferentQuestions() {
        String[] one = {
            "version",
            "0",
            "answer-who-we-are",
            "Vi är 300.",
            "answer-safety",
            "",
            "seen.answer-who-we-are",
            "",
            "seen.answer-safety",
            ""
        };
        String[] two = {
            "version",
            "0",
            "answer-who-we-are",
            "",
            "answer-safety",
            "Lugnt.",
            "seen.answer-who-we-are",
            "",
            "seen.answer-safety",
            ""
        };
        assertThat(stage.sends(stage.member, "/analyses/" + id + FORM, one).getStatus())
                .isEqualTo(303);
        assertThat(stage.sends(stage.running.headTeacher, "/analyses/" + id + FORM, two)
                        .getStatus())
                .isEqualTo(303);

        assertThat(forms().getFirst().answers())
                .containsEntry("who-we-are", "Vi är 300.")
                .containsEntry("safety", "Lugnt.");
    }

    @Test
    void showsBothAnswersToTheSecondOfTwo() {
        stage.does(
                stage.member,
                () -> stage.bean(Guide.class).answer(id, "analysis", 0, Map.of("safety", new FreeText("Lugnt.", ""))));
        MockHttpServletResponse stale = stage.sends(
                stage.running.headTeacher,
                "/analyses/" + id + FORM,
                "version",
                "0",
                "answer-safety",
                "Stökigt.",
                "seen.answer-safety",
                "");

        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(RunningCase.text(stale)).contains("Lugnt.", "Stökigt.", "Är det tryggt och lugnt?");
    }

    @Test
    void saysWhatIsLoose() {
        assertThat(stage.page(stage.member, "/analyses/" + id)).doesNotContain("Lösa trådar");
        long problem = stage.problem(id, "Problemet");
        long cause = stage.cause(id, "Orsaken", problem);

        assertThat(stage.page(stage.member, "/analyses/" + id))
                .contains(
                        "Inget underlag visar problemet: Problemet.",
                        "Orsaken leder inte till något utvecklingsområde: Orsaken.",
                        "Inget i analysen visar vad personalen säger.",
                        "Inget i analysen visar vad barnen eller eleverna säger.");
        stage.evidence(id, EvidenceKind.SURVEY, "STAFF", "Enkät", problem);
        stage.evidence(id, EvidenceKind.VOICE, "PUPILS", "Röst", problem);
        stage.area(id, "Området", cause);
        assertThat(stage.page(stage.member, "/analyses/" + id)).doesNotContain("Lösa trådar");
    }

    @Test
    void offersAPreschoolItsOwnEvidenceAndNoGrades() {
        stage.running
                .cast
                .behind()
                .sql("update analysis.analysis set level = 'PRESCHOOL' where id = ?")
                .param(id)
                .update();

        assertThat(stage.page(stage.member, "/analyses/" + id + "/parts/new?kind=EVIDENCE"))
                .contains("Pedagogisk dokumentation")
                .doesNotContain("Betyg och prov");
    }

    @Test
    void speaksEnglishToo() {
        stage.problem(id, "Problem");
        String page = stage.page(stage.member, "/analyses/" + id + "?lang=en");
        assertThat(page).doesNotContain("analysis.tree", "???");
    }
}
