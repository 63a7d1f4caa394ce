package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** A unit judges itself by criteria of its own, and follows that over the terms. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class SelfAssessmentTests {

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;
    private String address;
    private List<Long> criteria;

    @BeforeEach
    void criteriaToJudgeBy() {
        stage = new AnalysisStage(application);
        id = stage.begun();
        address = "/analyses/" + id + "/self-assessment";
        assertThat(stage.sends(stage.member, address + "/criteria", "version", "0")
                        .getStatus())
                .isEqualTo(303);
        criteria = stage.running
                .cast
                .behind()
                .sql("select id from analysis.self_criterion where analysis = ? order by id")
                .param(id)
                .query(Long.class)
                .list();
    }

    private MockHttpServletResponse judge(long person, String version, long criterion, String step, String words) {
        List<String> form = new ArrayList<>(List.of("version", version));
        for (long each : criteria) {
            form.addAll(List.of("seen.step-" + each, "", "seen.step-words-" + each, ""));
            form.addAll(List.of("step-" + each, each == criterion ? step : ""));
            form.addAll(List.of("step-words-" + each, each == criterion ? words : ""));
        }
        return stage.sends(person, address, form.toArray(String[]::new));
    }

    @Test
    void isJudgedThisTermWithTheTermsBeforeBeside() {
        long first = criteria.getFirst();
        stage.running
                .cast
                .behind()
                .sql(
                        "insert into analysis.self_step (criterion, term, step, words, changed_by) values (?, 20244, 1, 'Då', ?)")
                .params(first, stage.member)
                .update();
        assertThat(judge(stage.member, "0", first, "3", "Vi tittar i oktober").getStatus())
                .isEqualTo(303);

        assertThat(criteria).hasSize(5);
        assertThat(stage.page(stage.running.director, address))
                .contains("HT 2024: Vi har inte börjat", "Vi gör det ofta", "Vi tittar i oktober")
                .doesNotContain("<textarea");
        assertThat(stage.running.told("analysis.self-assessed", stage.running.organiser))
                .isEqualTo(1);
    }

    @Test
    void isJudgedByTwoWhoTakeACriterionEach() {
        assertThat(judge(stage.member, "0", criteria.getFirst(), "2", "Ett").getStatus())
                .isEqualTo(303);
        assertThat(judge(stage.running.headTeacher, "0", criteria.get(1), "4", "Två")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.member, address)).contains("Ett", "Två");
    }

    @Test
    void showsBothToTheSecondOfTwo() {
        judge(stage.member, "0", criteria.getFirst(), "2", "Ett");
        MockHttpServletResponse stale = judge(stage.running.headTeacher, "0", criteria.getFirst(), "4", "Två");

        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(RunningCase.text(stale)).contains("Ett", "Två");
    }

    @Test
    void isSeenByTheUnitAndThoseItIsOpenTo() {
        assertThat(stage.status(stage.running.officer, address)).isEqualTo(404);
        assertThat(stage.status(stage.running.otherHeadTeacher, address)).isEqualTo(404);
        assertThat(judge(stage.running.director, "0", criteria.getFirst(), "2", "Ett")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void asksWhereTheUnitIsWhenSomethingIsSaidOfIt() {
        assertThat(judge(stage.member, "0", criteria.getFirst(), "", "Vi gör så")
                        .getStatus())
                .isEqualTo(422);
    }
}
