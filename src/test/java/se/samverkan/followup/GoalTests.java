package se.samverkan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** A goal that the unit counts itself, on its page and in the checkpoint. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=followup")
class GoalTests {

    @Autowired
    WebApplicationContext application;

    private FollowUpStage stage;

    @BeforeEach
    void aPlanThatHolds() {
        stage = new FollowUpStage(application);
    }

    private String goal() {
        return stage.address() + "/goals/" + stage.goal;
    }

    private MockHttpServletResponse counts(long person, String day, String value) {
        return stage.sends(person, goal() + "/figures", "counted-on", day, "value", value, "n", "12");
    }

    @Test
    void saysThatThereIsNothingYet() {
        assertThat(stage.page(stage.plan.member, goal()))
                .contains("Det finns inga värden än.", "Klasser som fortsätter");
    }

    @Test
    void drawsWhatTheUnitCounts() {
        assertThat(counts(stage.plan.member, "2026-09-01", "3,5").getStatus()).isEqualTo(303);
        assertThat(counts(stage.plan.member, "2026-10-01", "5").getStatus()).isEqualTo(303);
        assertThat(stage.page(stage.plan.member, goal()))
                .contains(
                        "<svg class=\"chart\"",
                        "närmare målet 8 än starten 3",
                        "Med färre än 10 går det inte",
                        "bygger på 12 personer");
        assertThat(stage.page(stage.plan.member, stage.checkpoint())).contains("<svg class=\"chart\"");
        assertThat(stage.people.running.told("followup.figure-counted", stage.people.running.organiser))
                .isEqualTo(2);
    }

    @Test
    void countsOnceADay() {
        counts(stage.plan.member, "2026-09-01", "3");
        MockHttpServletResponse again = counts(stage.plan.head, "2026-09-01", "4");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(again)).contains("Det finns redan ett värde för dagen");
        int figure = stage.count("select max(id) from followup.own_figure where goal = " + stage.goal);
        assertThat(stage.sends(stage.plan.head, goal() + "/figures/" + figure + "/removal")
                        .getStatus())
                .isEqualTo(303);
        assertThat(counts(stage.plan.head, "2026-09-01", "4").getStatus()).isEqualTo(303);
    }

    @Test
    void takesNumbersOnlyAndNoDaysToCome() {
        assertThat(counts(stage.plan.member, "2026-09-01", "mycket").getStatus())
                .isEqualTo(422);
        assertThat(counts(
                                stage.plan.member,
                                stage.people.running.today.plusDays(2).toString(),
                                "3")
                        .getStatus())
                .isEqualTo(422);
        assertThat(counts(stage.people.areaHead, "2026-09-01", "3").getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse marks(long person, String day, String words) {
        return stage.sends(person, goal() + "/points", "point", day, "point-words", words);
    }

    @Test
    void letsPeopleMarkAPointThatStandsOutWithWhoAndWhyAndTakeItBack() {
        counts(stage.plan.member, "2026-09-01", "3");
        counts(stage.plan.member, "2026-10-01", "9");
        assertThat(marks(stage.plan.member, "2026-10-01", "Bara två klasser räknades")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.plan.head, goal()))
                .contains("Bara två klasser räknades", "Moa Medlem", "Sticker ut: Bara två klasser räknades");
        assertThat(marks(stage.plan.member, "2026-10-01", "En gång till").getStatus())
                .isEqualTo(422);
        long id = stage.count("select max(id) from followup.marked_point where goal = " + stage.goal);
        assertThat(stage.sends(stage.people.staff, goal() + "/points/" + id + "/removal")
                        .getStatus())
                .isIn(403, 404);
        assertThat(stage.sends(stage.plan.head, goal() + "/points/" + id + "/removal")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.plan.head, goal())).doesNotContain("Sticker ut:");
        assertThat(stage.people.running.told("followup.point-marked", stage.people.running.organiser))
                .isEqualTo(1);
        assertThat(stage.people.running.told("followup.point-unmarked", stage.people.running.organiser))
                .isEqualTo(1);
    }

    @Test
    void marksNoPointThatIsNotThereNorWithoutWhy() {
        counts(stage.plan.member, "2026-09-01", "3");
        assertThat(marks(stage.plan.member, "2026-09-02", "Fel dag").getStatus())
                .isEqualTo(422);
        assertThat(marks(stage.plan.member, "2026-09-01", " ").getStatus()).isEqualTo(422);
        assertThat(marks(stage.people.running.officer, "2026-09-01", "Utifrån").getStatus())
                .isIn(403, 404);
    }
}
