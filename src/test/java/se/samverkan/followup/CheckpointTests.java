package se.samverkan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.notice.ToDo;
import se.samverkan.partnership.CasePulse;
import se.samverkan.partnership.CasePulses;
import se.samverkan.partnership.PulseSource;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** A group stops once a term, writes what it sees, and its head teacher closes it. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=followup")
class CheckpointTests {

    @Autowired
    WebApplicationContext application;

    private FollowUpStage stage;

    @BeforeEach
    void aPlanThatHolds() {
        stage = new FollowUpStage(application);
    }

    private String sign() {
        return "sign-" + stage.sign;
    }

    @Test
    void isBornWhenThePlanIsDecided() {
        assertThat(stage.count("select count(*) from followup.awaited where plan = " + stage.plan.id))
                .isPositive();
        assertThat(stage.page(stage.plan.head, stage.address())).contains("Avstämningar", "väntar på er");
        assertThat(stage.page(stage.plan.member, stage.checkpoint()))
                .contains("inte påbörjad", "Eleverna berättar vad de kan", "Överlämningsdag", "Hur läser vi det här?");
    }

    @Test
    void waitsForTheGroupUntilItIsOver() {
        stage.people
                .running
                .cast
                .behind()
                .sql("update followup.awaited set waits_from = access.today() where plan = ? and term = ?")
                .params(stage.plan.id, stage.term.key())
                .update();
        assertThat(toDos(stage.plan.member)).contains("followup.todo.checkpoint");
        assertThat(toDos(stage.people.staff)).doesNotContain("followup.todo.checkpoint");
        stage.decides(stage.plan.head, 0, "skipping", "Rektor är sjuk");
        assertThat(toDos(stage.plan.member)).doesNotContain("followup.todo.checkpoint");
    }

    private java.util.List<String> toDos(long person) {
        return stage.people.as(
                person,
                () -> application.getBeansOfType(se.samverkan.notice.ToDoSource.class).values().stream()
                        .flatMap(source -> source.mine().stream())
                        .map(ToDo::key)
                        .toList());
    }

    @Test
    void keepsWhatTheGroupSays() {
        MockHttpServletResponse saved = stage.writes(
                stage.plan.member,
                0,
                sign(),
                "SOMETIMES",
                "sign-words-" + stage.sign,
                "I två klasser",
                "intervention-" + stage.intervention,
                "GOES_ON",
                "dose-" + stage.intervention,
                "1 av 2 dagar",
                "reading",
                "Det rör sig",
                "keep",
                "Paren");
        assertThat(saved.getStatus()).isEqualTo(303);
        assertThat(stage.page(stage.plan.member, stage.checkpoint()))
                .contains("pågår", "I två klasser", "1 av 2 dagar", "Det rör sig");
        assertThat(stage.people.running.told("followup.checkpoint-written", stage.people.running.organiser))
                .isEqualTo(1);
        assertThat(stage.page(stage.plan.head, stage.address())).contains("ibland");
    }

    @Test
    void asksWhyAnInterventionDidNotGoAsPlanned() {
        MockHttpServletResponse refused = stage.writes(
                stage.plan.member, 0, "intervention-" + stage.intervention, "DELAYED", "reading", "Texten");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("Skriv varför insats 1 inte gick som planerat", "Texten");
    }

    @Test
    void isWrittenByTwoAtOnce() {
        stage.writes(stage.plan.member, 0, "reading", "Först", "seen.reading", "");
        MockHttpServletResponse other =
                stage.writes(stage.plan.head, 0, "keep", "Paren", "seen.keep", "", "seen.reading", "");
        assertThat(other.getStatus()).isEqualTo(303);
        assertThat(stage.page(stage.plan.member, stage.checkpoint())).contains("Först", "Paren");
        MockHttpServletResponse conflict = stage.writes(
                stage.plan.head, 2, "reading", "Mitt", "seen.reading", "", "keep", "Paren", "seen.keep", "Paren");
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(RunningCase.text(conflict)).contains("Först", "Mitt");
    }

    @Test
    void isClosedByTheHeadTeacherAndStands() {
        stage.writes(stage.plan.member, 0, sign(), "OFTEN");
        assertThat(stage.decides(stage.plan.member, 2, "closing", "").getStatus())
                .isEqualTo(403);
        assertThat(stage.decides(stage.plan.head, 2, "closing", "").getStatus()).isEqualTo(303);
        assertThat(stage.page(stage.plan.member, stage.checkpoint()))
                .contains("stängd", "stängde avstämningen", "ofta");
        MockHttpServletResponse late = stage.writes(stage.plan.member, 3, sign(), "NOT_YET");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(late)).contains("Någon har stängt avstämningen");
    }

    @Test
    void isClosedOnceWhenTwoCloseIt() {
        stage.writes(stage.plan.member, 0, sign(), "OFTEN");
        assertThat(stage.decides(stage.plan.head, 2, "closing", "").getStatus()).isEqualTo(303);
        MockHttpServletResponse second = stage.decides(stage.plan.head, 2, "closing", "");
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(second)).contains("Någon har stängt avstämningen");
        assertThat(stage.count(
                        "select count(*) from followup.checkpoint_deed d join followup.checkpoint c on c.id = d.checkpoint where c.plan = "
                                + stage.plan.id))
                .isEqualTo(1);
    }

    @Test
    void isNotClosedEmpty() {
        MockHttpServletResponse refused = stage.decides(stage.plan.head, 0, "closing", "");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("Avstämningen är tom");
    }

    @Test
    void isOpenedAgainWithAReason() {
        stage.writes(stage.plan.member, 0, sign(), "OFTEN");
        stage.decides(stage.plan.head, 2, "closing", "");
        assertThat(stage.decides(stage.plan.head, 3, "reopening", "").getStatus())
                .isEqualTo(422);
        assertThat(stage.decides(stage.plan.head, 3, "reopening", "Vi glömde förskoleklassen")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.plan.member, stage.checkpoint()))
                .contains("Vi glömde förskoleklassen", "Spara avstämningen");
        assertThat(stage.writes(stage.plan.member, 4, sign(), "SOMETIMES").getStatus())
                .isEqualTo(303);
    }

    @Test
    void saysThatItWasSkippedAndWhy() {
        assertThat(stage.decides(stage.plan.head, 0, "skipping", "").getStatus())
                .isEqualTo(422);
        assertThat(stage.decides(stage.plan.head, 0, "skipping", "Skolan var stängd efter branden")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.plan.member, stage.address())).contains("hoppades över");
        assertThat(stage.page(stage.plan.director, stage.checkpoint())).contains("Skolan var stängd efter branden");
    }

    @Test
    void keepsWhatWasSaidOfASignThatIsAmendedAway() {
        stage.writes(stage.plan.member, 0, sign(), "OFTEN", "sign-words-" + stage.sign, "Sågs i aulan");
        stage.people.sends(stage.plan.head, "/action-plans/" + stage.plan.id + "/parts/" + stage.goal + "/removal");
        stage.plan.add(PlanPartKind.GOAL, "Ett nytt mål", stage.plan.area().id(), java.util.Map.of());
        stage.adopt(1, "Målet var fel");
        stage.decide(2);
        assertThat(stage.page(stage.plan.member, stage.checkpoint()))
                .contains("Tecken som inte står kvar i planen", "Sågs i aulan", "Togs ur planen");
    }

    @Test
    void standsOnceTheUnitHasLeft() {
        stage.writes(stage.plan.member, 0, sign(), "OFTEN");
        stage.people
                .running
                .cast
                .behind()
                .sql("update partnership.participation set standing = 'LEFT' where partnership = ? and unit = ?")
                .params(stage.people.running.id, stage.people.unit)
                .update();
        MockHttpServletResponse refused = stage.writes(stage.plan.member, 2, sign(), "NOT_YET");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("deltar inte längre", "ofta");
    }

    @Test
    void isOfItsUnitAndOrganiserOnly() {
        for (long person :
                new long[] {stage.plan.head, stage.plan.member, stage.plan.director, stage.people.areaHead}) {
            assertThat(stage.people.status(person, stage.checkpoint())).isEqualTo(200);
        }
        for (long person : new long[] {
            stage.people.running.officer,
            stage.people.facilitator,
            stage.people.running.otherHeadTeacher,
            stage.people.running.stranger
        }) {
            assertThat(stage.people.status(person, stage.checkpoint())).isEqualTo(404);
        }
        assertThat(stage.people.status(stage.people.staff, stage.checkpoint())).isEqualTo(403);
        assertThat(stage.writes(stage.people.areaHead, 0, sign(), "OFTEN").getStatus())
                .isEqualTo(403);
    }

    @Test
    void tellsListsOfManyCasesWhenItWasHeardOfAndWhetherSignsMove() {
        stage.writes(stage.plan.member, 0, sign(), "OFTEN");
        stage.decides(stage.plan.head, 2, "closing", "");

        assertThat(heardBy(stage.plan.director)).singleElement().satisfies(each -> {
            assertThat(each.last()).isPresent();
            assertThat(each.moving()).as("one checkpoint is no movement").isEmpty();
        });
        assertThat(heardBy(stage.people.running.officer))
                .as("nothing has been handed in")
                .isEmpty();
    }

    @Test
    void tellsListsOfManyCasesThatItIsLateButTheOrganisersOnly() {
        stage.people
                .running
                .cast
                .behind()
                .sql("update followup.awaited set last_day = access.today() - 1 where plan = ? and term = ?")
                .params(stage.plan.id, stage.term.key())
                .update();
        assertThat(heardBy(stage.plan.director))
                .flatExtracting(PulseSource.Heard::loose)
                .singleElement()
                .satisfies(each -> assertThat(each.path()).isEqualTo(stage.checkpoint()));
        assertThat(heardBy(stage.people.running.officer)).isEmpty();
        stage.decides(stage.plan.head, 0, "skipping", "Rektor är sjuk");
        assertThat(heardBy(stage.plan.director)).isEmpty();
    }

    private List<PulseSource.Heard> heardBy(long person) {
        long unit = stage.people.unit;
        return stage.people.as(
                person,
                () -> application.getBeansOfType(PulseSource.class).values().stream()
                        .filter(source -> source.getClass().getName().contains("followup"))
                        .flatMap(source -> source.of(known(stage.people.running.id)).stream())
                        .filter(heard -> heard.unit().equals(Optional.of(unit)))
                        .toList());
    }

    private List<CasePulse> known(long partnership) {
        return application.getBean(CasePulses.class).live().stream()
                .filter(each -> each.id() == partnership)
                .toList();
    }
}
