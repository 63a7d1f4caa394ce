package se.samverkan.selection.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDos;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.RoundStage;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.assessment.AssessmentDraft;
import se.samverkan.selection.assessment.Assessments;
import se.samverkan.selection.decision.Deciding;
import se.samverkan.selection.decision.Declaration;
import se.samverkan.selection.decision.Sharing;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.RoundMaterial.Conclusion;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** What waits in a round stands on the list of the one whose turn it is, and on nobody else's. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=todos")
class RoundToDosTests {

    private static final FreeText NOTHING = new FreeText("", "");
    private static final Declaration IMPARTIAL = new Declaration(true, NOTHING);

    @Autowired
    WebApplicationContext application;

    @Autowired
    ToDos todos;

    @Autowired
    TestDatabase testDatabase;

    private List<String> keys(List<ToDo> list) {
        return list.stream().map(ToDo::key).toList();
    }

    @Test
    void tellsAnAssessorHowManyUnitsAreLeftUntilNoneIs() {
        RoundStage stage = new RoundStage(application, testDatabase);
        Assessments assessments = application.getBean(Assessments.class);
        List<ToDo> before = stage.as(stage.first, todos::mine);
        assertThat(before).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("selection.todo.assess");
            assertThat(one.concerning()).isEqualTo("Urval hösten 2027");
        });
        int units = (Integer) before.getFirst().arguments().getFirst();

        for (var candidate : stage.as(stage.first, () -> assessments.inQuestion(stage.round))) {
            finish(stage, assessments, stage.first, candidate.unit().key());
        }

        assertThat(units).isPositive();
        assertThat(stage.as(stage.first, todos::mine)).isEmpty();

        finish(stage, assessments, stage.second, stage.key);
        assertThat(keys(stage.as(stage.first, todos::mine))).containsExactly("selection.todo.join");
        stage.does(
                stage.first,
                () -> assessments.join(
                        stage.round, stage.key, 0, Conclusion.WITH_SUPPORT, new FreeText("Vi är överens", "")));
        assertThat(stage.as(stage.first, todos::mine)).isEmpty();
    }

    private static void finish(RoundStage stage, Assessments assessments, long person, String unit) {
        AssessmentDraft done =
                new AssessmentDraft(Optional.of(Conclusion.WITH_SUPPORT), new FreeText("Så här", ""), true);
        stage.does(person, () -> assessments.save(stage.round, unit, 0, done));
    }

    @Test
    void meetsWhoeverHasADutyFirst() throws Exception {
        RoundStage stage = new RoundStage(application, testDatabase);

        assertThat(stage.asks(stage.first, get("/")).getHeader("Location")).isEqualTo("/todo");
        assertThat(stage.asks(stage.first, get("/todo")).getContentAsString())
                .contains("Bedöm", "Urval hösten 2027", "Du bedömer i omgången.", "menu-count");
        assertThat(stage.asks(stage.first, get("/start")).getContentAsString()).contains("name=\"q\"");
        assertThat(stage.asks(stage.strangers().get(1), get("/")).getStatus())
                .as("whoever has nothing to do here meets the start page")
                .isEqualTo(200);
        assertThat(stage.asks(stage.strangers().get(1), get("/todo")).getContentAsString())
                .contains("Inget väntar på dig");
    }

    @Test
    void keepsTheRoundASecretToThoseOutsideIt() {
        RoundStage stage = new RoundStage(application, testDatabase);

        for (long stranger : stage.strangers()) {
            assertThat(keys(stage.as(stranger, todos::mine))).noneMatch(key -> key.startsWith("selection."));
        }
    }

    @Test
    void goesFromPreparerToDeciderToRevealerAndTellsEach() {
        RoundOfFigures round = new RoundOfFigures(application, 2);
        round.freeze();
        round.plan();
        round.list();
        long decider = round.joined("Berit Beslutsfattare", Role.DECIDER, Duty.DECIDER);
        long revealer = round.joined("Rut Delar", Role.PUBLISHER, Duty.REVEALER);
        Deciding deciding = round.bean(Deciding.class);
        assertThat(mine(round, round.officer)).isEmpty();

        round.does(() -> round.bean(Allotting.class).draw(round.id));
        assertThat(mine(round, round.officer)).containsExactly("selection.todo.propose");

        round.does(() -> deciding.propose(round.id, words("Skäl"), "", IMPARTIAL));
        assertThat(mine(round, round.officer)).isEmpty();
        assertThat(mine(round, decider)).containsExactly("selection.todo.decide");
        assertThat(told(round, decider)).containsExactly("selection.proposed");

        as(round, decider, () -> deciding.handBack(round.id, 1, words("Skriv mer")));
        assertThat(mine(round, decider)).isEmpty();
        assertThat(mine(round, round.officer)).containsExactly("selection.todo.propose-again");
        assertThat(told(round, round.officer)).containsExactly("selection.handed-back");

        round.does(() -> deciding.propose(round.id, words("Fler skäl"), "", IMPARTIAL));
        as(round, decider, () -> deciding.decide(round.id, 2, words("Enligt förslaget"), IMPARTIAL));
        assertThat(mine(round, revealer)).containsExactly("selection.todo.share");
        assertThat(told(round, revealer)).containsExactly("selection.decided");

        as(round, revealer, () -> round.bean(Sharing.class).share(round.id, NOTHING, false));
        assertThat(mine(round, revealer)).isEmpty();
    }

    private List<String> mine(RoundOfFigures round, long person) {
        return keys(round.as(person, todos::mine));
    }

    private static void as(RoundOfFigures round, long person, Runnable deed) {
        round.as(person, () -> {
            deed.run();
            return true;
        });
    }

    private static List<String> told(RoundOfFigures round, long person) {
        return round.cast
                .behind()
                .sql("select e.kind from notice.outbox o join notice.event e on e.id = o.event where o.person = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    private static FreeText words(String text) {
        return new FreeText(text, "");
    }
}
