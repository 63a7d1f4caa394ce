package se.samverkan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.testing.SamverkanTest;

/** Facilitators give feedback on a unit's follow-up once its head teacher has opened it to them. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=followup")
class FollowUpOpeningTests {

    @Autowired
    WebApplicationContext application;

    private FollowUpStage stage;

    @BeforeEach
    void aCheckpoint() {
        stage = new FollowUpStage(application);
        stage.writes(stage.plan.member, 0, "sign-" + stage.sign, "OFTEN", "reading", "Det rör sig");
    }

    private void open(String kind) {
        assertThat(stage.sends(
                                stage.plan.head,
                                "/openings/" + kind + "/" + stage.plan.id,
                                "person",
                                Long.toString(stage.people.facilitator),
                                "until",
                                stage.people.running.today.plusDays(7).toString())
                        .getStatus())
                .isEqualTo(303);
    }

    @Test
    void isReadAndCommentedOnByThoseItIsOpenedTo() {
        open("actionplan");
        assertThat(stage.people.status(stage.people.facilitator, stage.checkpoint()))
                .isEqualTo(404);
        open("followup");
        assertThat(stage.page(stage.people.facilitator, stage.checkpoint()))
                .contains("Det rör sig", "ofta")
                .doesNotContain("Spara avstämningen");
        assertThat(stage.sends(
                                stage.people.facilitator,
                                "/comments/followup/" + stage.plan.id,
                                "part",
                                "checkpoint-" + stage.term.key(),
                                "words",
                                "Vad säger eleverna?")
                        .getStatus())
                .isIn(302, 303);
        assertThat(stage.page(stage.plan.member, stage.checkpoint())).contains("Vad säger eleverna?");
        assertThat(stage.writes(stage.people.facilitator, 2, "reading", "Mitt").getStatus())
                .isEqualTo(403);
        assertThat(stage.people.status(stage.people.analyst, stage.checkpoint()))
                .isEqualTo(404);
    }

    @Test
    void isOpenedByItsHeadTeacherOnly() {
        assertThat(stage.sends(
                                stage.plan.member,
                                "/openings/followup/" + stage.plan.id,
                                "person",
                                Long.toString(stage.people.facilitator),
                                "until",
                                stage.people.running.today.plusDays(7).toString())
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void isOpenedWithItsPlanInOneAction() {
        assertThat(stage.page(stage.plan.head, "/openings/followup/" + stage.plan.id))
                .contains("Öppna åtgärdsplanen också", "ser ingenting av uppföljningen");
        assertThat(stage.sends(
                                stage.plan.head,
                                "/openings/followup/" + stage.plan.id,
                                "person",
                                Long.toString(stage.people.facilitator),
                                "also",
                                "true",
                                "until",
                                stage.people.running.today.plusDays(7).toString())
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.people.facilitator, stage.checkpoint())).contains("Det rör sig");
        assertThat(stage.people.status(stage.people.facilitator, "/action-plans/" + stage.plan.id))
                .isEqualTo(200);
        assertThat(stage.people.running.told("actionplan.opened", stage.people.running.organiser))
                .isEqualTo(1);
        assertThat(stage.people.running.told("followup.opened", stage.people.running.organiser))
                .isEqualTo(1);
    }
}
