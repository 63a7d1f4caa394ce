package se.samverkan.survey.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.survey.SurveyStage;
import se.samverkan.testing.SamverkanTest;

/** A draft of a survey, and what was written in own words, are taken back for 30 days by those who run it, and by nobody else. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=survey")
class RemovedVoicesTests {

    private static final String STAFF = "10-staff-compulsory";

    @Autowired
    WebApplicationContext application;

    private SurveyStage stage;
    private RunningCase running;
    private long survey;

    @BeforeEach
    void aDraft() {
        stage = new SurveyStage(application);
        running = stage.running;
        survey = running.as(
                running.headTeacher,
                () -> running.bean(Surveys.class)
                        .drawUp(
                                running.id,
                                running.school,
                                STAFF,
                                new SurveyDraft("Så har vi det", running.today.plusDays(10), 10)));
    }

    private MockHttpServletResponse presses(long person, String path) {
        return running.asks(
                person,
                MockMvcRequestBuilders.post(path)
                        .param("version", "0")
                        .param("once", UUID.randomUUID().toString()));
    }

    private String page(long person, String path) {
        return RunningCase.text(running.asks(person, MockMvcRequestBuilders.get(path)));
    }

    private List<RemovedDrafts.Removed> removed(long person) {
        return running.as(person, () -> running.bean(RemovedDrafts.class).of(running.id));
    }

    @Test
    void takesADraftBackWithItsQuestions() {
        int asked = questions(survey);
        assertThat(presses(running.headTeacher, "/surveys/" + survey + "/removal")
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(running.headTeacher, "/partnerships/" + running.id + "/surveys"))
                .contains("En borttagen enkät", "Så har vi det");
        assertThat(removed(running.otherHeadTeacher)).isEmpty();

        MockHttpServletResponse back = presses(
                running.headTeacher,
                "/partnerships/" + running.id + "/surveys/removed/"
                        + removed(running.headTeacher).getFirst().id() + "/restoration");

        assertThat(back.getStatus()).isEqualTo(303);
        long id = Long.parseLong(String.valueOf(back.getRedirectedUrl()).replaceAll("\\D", ""));
        assertThat(questions(id)).isEqualTo(asked).isPositive();
        assertThat(removed(running.headTeacher)).isEmpty();
    }

    private int questions(long id) {
        return running.as(
                running.headTeacher,
                () -> running.bean(Surveys.class)
                        .questions(running.bean(Surveys.class).survey(id))
                        .all()
                        .size());
    }

    @Test
    void leavesNoDraftToBeTakenBackAfterThirtyDays() {
        presses(running.headTeacher, "/surveys/" + survey + "/removal");
        stage.behind()
                .sql("update survey.removed_draft set removed_on = removed_on - 31 where partnership = ?")
                .param(running.id)
                .update();
        assertThat(removed(running.headTeacher)).isEmpty();
        stage.behind().sql("select survey.forget_removed(30)").query(row -> {});
        assertThat(stage.behind()
                        .sql("select count(*) from survey.removed_draft where partnership = ?")
                        .param(running.id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesOwnWordsBackForThoseWhoRunTheSurvey() {
        stage.behind().sql("""
                        update survey.survey set standing = 'CLOSED', opened_on = access.today(), closed_on = access.today()
                        where id = ?
                        """).param(survey).update();
        UUID voice = stage.behind()
                .sql(
                        "insert into survey.voice (survey, questions, question, words) values (?, 1, 'own', 'Mer tid') returning id")
                .param(survey)
                .query(UUID.class)
                .single();
        RemovedVoices voices = running.bean(RemovedVoices.class);
        running.does(running.headTeacher, () -> voices.remove(survey, voice));
        SurveyView closed = running.as(
                running.headTeacher, () -> running.bean(Surveys.class).survey(survey));
        assertThat(running.as(running.headTeacher, () -> voices.of(closed)))
                .extracting(Voice::words)
                .containsExactly("Mer tid");
        assertThat(running.as(stage.areaHead, () -> voices.of(closed))).isEmpty();
        assertThat(running.refusal(stage.areaHead, () -> voices.takeBack(survey, voice))
                        .reason())
                .isEqualTo("refusal.verb.RUN_SURVEYS");

        running.does(running.headTeacher, () -> voices.takeBack(survey, voice));

        assertThat(running.as(
                        running.headTeacher, () -> running.bean(Surveys.class).voices(closed)))
                .extracting(Voice::words)
                .containsExactly("Mer tid");
        assertThat(running.as(running.headTeacher, () -> voices.of(closed))).isEmpty();
    }
}
