package se.samverkan.actionplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPartDraft;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.testing.SamverkanTest;

/** The plan of the organiser's own level and the plan of a school, side by side. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=actionplan")
class PlansTogetherTests {

    @Autowired
    WebApplicationContext application;

    private PlanStage stage;
    private long upper;
    private long upperArea;
    private long upperGoal;

    @BeforeEach
    void twoPlans() {
        stage = new PlanStage(application);
        upper = organisersPlan();
        upperArea = write(PlanPartKind.AREA, "Övergångar", Optional.empty(), Map.of());
        upperGoal = write(
                PlanPartKind.GOAL,
                "Ingen elev börjar om",
                Optional.of(upperArea),
                Map.of(PlanField.SCALE, "Skolor av nio", PlanField.TARGET, "9"));
        write(PlanPartKind.INTERVENTION, "Två överlämningsdagar", Optional.of(upperArea), Map.of());
        assertThat(stage.page(stage.head, "/together")).contains("Huvudmannens plan är inte klar att jämföra med");
        assertThat(stage.people.status(stage.head, "/action-plans/" + upper)).isEqualTo(404);
        String versions = "/action-plans/" + upper + "/versions";
        stage.people.sends(stage.director, versions, "version", "0", "plan-adoption-words", "");
    }

    private long organisersPlan() {
        long level = stage.people
                .running
                .cast
                .behind()
                .sql("""
                        insert into organisation.unit (kind, key, name, organiser, municipality, source)
                        values ('ORGANISER', 'level-' || :organiser, 'Provkommunen', :organiser, '9898', 'test') returning id
                        """)
                .param("organiser", stage.people.running.organiser)
                .query(Long.class)
                .single();
        stage.people
                .running
                .cast
                .behind()
                .sql("""
                        insert into partnership.participation (partnership, unit, level, standing)
                        values (?, ?, 'ORGANISER', 'RUNNING')
                        """)
                .params(stage.people.running.id, level)
                .update();
        return stage.people.as(stage.director, () -> stage.plans().begin(stage.people.running.id, level));
    }

    private long write(PlanPartKind kind, String title, Optional<Long> under, Map<PlanField, String> fields) {
        return stage.people.as(
                stage.director, () -> stage.writing().add(upper, new PlanPartDraft(kind, title, "", fields), under));
    }

    private int link(long person, long plan, long part, long to) {
        return stage.people
                .sends(
                        person,
                        "/action-plans/" + plan + "/together",
                        "part",
                        Long.toString(part),
                        "upper",
                        Long.toString(to))
                .getStatus();
    }

    @Test
    void areLinkedByTheUnitAndShowWhereTheyDiffer() {
        long area = stage.area().id();
        long goal = stage.add(
                PlanPartKind.GOAL,
                "Varje elev fortsätter där den slutade",
                area,
                Map.of(PlanField.SCALE, "Ämnen av tio", PlanField.TARGET, "8"));
        assertThat(stage.page(stage.head, "/together"))
                .contains("Övergångar", "Inget i planen för Ekskolan är kopplat hit", "Går sin egen väg");
        assertThat(link(stage.head, stage.id, goal, upperGoal)).isIn(302, 303);
        assertThat(link(stage.head, stage.id, goal, upperGoal)).isIn(302, 303);

        assertThat(stage.page(stage.head, "/together"))
                .contains("Varje elev fortsätter där den slutade", "Skolor av nio", "Ämnen av tio", "olika")
                .doesNotContain("Går sin egen väg", "Inget i planen för Ekskolan");
        assertThat(stage.people.page(stage.director, "/action-plans/" + upper + "/together"))
                .contains("Varje elev fortsätter där den slutade")
                .doesNotContain("Ta bort kopplingen");
        assertThat(stage.page(stage.head, "")).contains("/action-plans/" + stage.id + "/together");
    }

    @Test
    void areLinkedOnlyByThoseWhoWriteTheUnitsPlanAndOnlyToItsOrganisers() {
        long area = stage.area().id();
        assertThat(link(stage.people.facilitator, stage.id, area, upperArea)).isEqualTo(404);
        assertThat(link(stage.head, stage.id, area, 0)).isEqualTo(422);
        assertThat(link(stage.head, stage.id, upperArea, upperArea)).isEqualTo(422);
        assertThat(link(stage.director, upper, upperArea, area)).isEqualTo(422);
        assertThat(stage.people.status(
                        stage.people.running.otherHeadTeacher, "/action-plans/" + stage.id + "/together"))
                .isEqualTo(404);
    }

    @Test
    void areParted() {
        long area = stage.area().id();
        link(stage.head, stage.id, area, upperArea);
        String page = stage.page(stage.head, "/together");
        String end = page.replaceAll("(?s).*(/action-plans/\\d+/together/\\d+/end).*", "$1");
        assertThat(stage.people.sends(stage.head, end).getStatus()).isIn(302, 303);
        assertThat(stage.page(stage.head, "/together")).contains("Inget i planen för Ekskolan är kopplat hit");
    }
}
