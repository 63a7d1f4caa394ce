package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.discussion.opening.Openings;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** The group and its researchers read the causes together. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class WorkshopTests {

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;
    private long root;
    private String address;

    @BeforeEach
    void aRootCauseOpenToAResearcher() {
        stage = new AnalysisStage(application);
        id = stage.begun();
        long upper = stage.cause(id, "Vi börjar om varje höst", stage.problem(id, "Problemet"));
        root = stage.cause(id, "Ingen lämnar över", upper);
        address = "/analyses/" + id + "/workshop";
        stage.does(
                stage.running.headTeacher,
                () -> stage.bean(Openings.class)
                        .open(
                                "analysis",
                                id,
                                Set.of(stage.researcher),
                                LocalDate.now().plusDays(14)));
    }

    private MockHttpServletResponse suggest(long person, String base) {
        return stage.sends(
                person,
                address + "/" + root,
                "version",
                "0",
                "suggestion-what",
                "Gemensam planering över stadierna",
                "base",
                base,
                "suggestion-words",
                "Lärarna möts före terminen.");
    }

    @Test
    void saysWhichKindOfInterventionCouldMeetARootCause() {
        assertThat(suggest(stage.researcher, "RESEARCH").getStatus()).isEqualTo(303);

        assertThat(stage.page(stage.member, address))
                .contains("Ingen lämnar över", "Gemensam planering över stadierna", "forskning", "Frida Forskare")
                .doesNotContain("Vi börjar om varje höst", "Ta tillbaka förslaget");
        assertThat(stage.running.told("analysis.suggested", stage.running.organiser))
                .isEqualTo(1);
    }

    @Test
    void asksWhatItStandsOn() {
        MockHttpServletResponse refused = suggest(stage.researcher, "");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("Välj vad det bygger på", "Lärarna möts före terminen.");
    }

    @Test
    void isTakenBackByWhoeverSaidItOnly() {
        suggest(stage.researcher, "RESEARCH");
        long suggestion = stage.running
                .cast
                .behind()
                .sql("select id from analysis.suggestion where analysis = ?")
                .param(id)
                .query(Long.class)
                .single();
        String path = address + "/" + root + "/" + suggestion + "/withdrawal";
        assertThat(stage.sends(stage.member, path).getStatus()).isEqualTo(403);
        assertThat(stage.sends(stage.researcher, path).getStatus()).isEqualTo(303);
        assertThat(stage.page(stage.member, address)).doesNotContain("Gemensam planering");
    }

    @Test
    void isNotThereForThoseItIsNotOpenTo() {
        assertThat(stage.status(stage.facilitator, address)).isEqualTo(404);
        assertThat(stage.status(stage.running.officer, address)).isEqualTo(404);
        assertThat(suggest(stage.running.otherHeadTeacher, "RESEARCH").getStatus())
                .isEqualTo(404);
    }
}
