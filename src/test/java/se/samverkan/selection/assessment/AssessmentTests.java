package se.samverkan.selection.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.selection.RoundStage;
import se.samverkan.selection.assessment.Assessment.State;
import se.samverkan.selection.material.Exclusions;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.RoundMaterial;
import se.samverkan.selection.round.RoundMaterial.Conclusion;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** The second half of the test: two people, blind to each other until both have finished, and then a joint line. */
@SamverkanTest
class AssessmentTests {

    private static final String SECRET = "Rektorn orkar inte";

    @Autowired
    WebApplicationContext beans;

    @Autowired
    TestDatabase database;

    @Autowired
    JdbcClient asApplication;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Assessments assessments;

    @Autowired
    Exclusions exclusions;

    @Autowired
    SelectionRounds rounds;

    private RoundStage stage;

    @BeforeEach
    void aRound() {
        stage = new RoundStage(beans, database);
    }

    @Test
    void isSeenByNobodyElseBeforeTwoHaveFinishedNotEvenInTheDatabase() {
        finish(stage.first);
        save(stage.second, 0, false);

        for (long other : List.of(stage.second, stage.third, stage.officer, stage.decider)) {
            assertThat(rowsSeenBy(other)).isEqualTo(other == stage.second ? 1 : 0);
            assertThat(as(other).isUnsealed()).isFalse();
        }
        finish(stage.second, 1);
        for (long other : List.of(stage.first, stage.second, stage.third, stage.officer, stage.decider)) {
            assertThat(rowsSeenBy(other)).isEqualTo(2);
            assertThat(as(other).finished()).hasSize(2);
        }
        for (long stranger : stage.strangers()) {
            assertThat(rowsSeenBy(stranger)).isZero();
        }
    }

    @Test
    void leavesNoTraceOnAnyPageOfTheOthersBeforeTwoHaveFinished() throws Exception {
        List<String> paths =
                List.of("", "/assessments?show=ALL", "/assessments/" + stage.key, "/candidates/" + stage.key);
        List<String> before = pages(stage.second, paths);
        assertThat(before.get(1)).contains("Provskolan");
        assertThat(before.get(2)).contains("Klar med bedömningen");
        List<String> officerBefore = pages(stage.officer, paths);
        List<String> deciderBefore = pages(stage.decider, paths);

        finish(stage.first);

        assertThat(pages(stage.second, paths)).as("the other assessor").isEqualTo(before);
        assertThat(pages(stage.officer, paths)).as("who prepares").isEqualTo(officerBefore);
        assertThat(pages(stage.decider, paths)).as("who decides").isEqualTo(deciderBefore);
        assertThat(stage.asks(stage.officer, assessment()).getStatus()).isEqualTo(404);
        assertThat(stage.asks(stage.decider, assessment()).getStatus()).isEqualTo(404);
        assertThat(stage.told("assessment.finished")).isOne();

        finish(stage.second);

        assertThat(pages(stage.decider, paths).get(1)).contains("Provskolan");
        assertThat(stage.asks(stage.decider, assessment()).getContentAsString()).contains(SECRET, "Bo Bedömare");
        assertThat(stage.asks(stage.officer, assessment()).getContentAsString()).contains(SECRET, "Berit Bedömare");
    }

    @Test
    void isNotThereForStrangers() {
        for (long stranger : stage.strangers()) {
            assertThat(stage.asks(stranger, assessment()).getStatus()).isEqualTo(404);
            assertThat(stage.asks(stranger, get("/selection/" + stage.round + "/assessments"))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void isSavedUnfinishedAndFinishedOnlyWithAConclusionAndReasons() {
        stage.does(
                stage.first,
                () -> assessments.save(
                        stage.round, stage.key, 0, new AssessmentDraft(Optional.empty(), new FreeText("", ""), false)));
        assertThat(as(stage.first).state()).isEqualTo(State.BEGUN);
        assertThat(stage.reason(stage.first, () -> new AssessmentDraft(Optional.empty(), new FreeText("Så", ""), true)))
                .isEqualTo("selection.refusal.conclusion");
        assertThat(stage.reason(
                        stage.first,
                        () -> new AssessmentDraft(Optional.of(Conclusion.CANNOT_TELL), new FreeText(" ", ""), true)))
                .isEqualTo("selection.refusal.reasons");
        assertThat(stage.refusal(stage.first, () -> assessments.save(stage.round, stage.key, 0, draft(true)))
                        .kind())
                .as("from a page that is old")
                .isEqualTo(Refusal.Kind.STALE);
        finish(stage.first, 1);
        assertThat(as(stage.first).state()).isEqualTo(State.WAITING);
    }

    @Test
    void isNotChangedOnceItIsFinishedNotEvenPastTheDoor() {
        finish(stage.first);

        assertThat(stage.reason(stage.first, () -> assessments.save(stage.round, stage.key, 1, draft(false))))
                .isEqualTo("selection.refusal.assessment-done");
        Integer changed = stage.as(
                stage.first,
                () -> transaction.execute(status -> asApplication
                        .sql("update selection.assessment set reasons = 'Nej' where round = ?")
                        .param(stage.round)
                        .update()));
        assertThat(changed).isZero();
    }

    @Test
    void isNotBegunByAThirdWhoCouldReadTheTwo() {
        finish(stage.first);
        save(stage.third, 0, false);
        finish(stage.second);

        assertThat(as(stage.third).state()).isEqualTo(State.BY_OTHERS);
        assertThat(stage.reason(stage.third, () -> assessments.save(stage.round, stage.key, 1, draft(true))))
                .isEqualTo("selection.refusal.assessed-by-two");
        long fourth = stage.cast.player("Bea Bedömare", Role.ASSESSOR, stage.agency);
        stage.does(stage.officer, () -> rounds.join(stage.round, fourth, Duty.ASSESSOR));
        assertThatThrownBy(() -> stage.does(
                        fourth,
                        () -> transaction.execute(status -> asApplication
                                .sql("insert into selection.assessment (round, unit) values (?, ?)")
                                .params(stage.round, stage.unit)
                                .update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void isOfAUnitThatComesIntoQuestionAndByAnAssessor() {
        for (long other : List.of(stage.officer, stage.decider)) {
            assertThat(stage.refusal(other, () -> assessments.save(stage.round, stage.key, 0, draft(true)))
                            .kind())
                    .isEqualTo(Refusal.Kind.NOT_ALLOWED);
        }
        stage.does(
                stage.officer,
                () -> exclusions.exclude(stage.round, stage.key, RoundMaterial.Reason.CLOSING, new FreeText("", "")));
        assertThat(stage.reason(stage.first, () -> assessments.save(stage.round, stage.key, 0, draft(true))))
                .isEqualTo("selection.refusal.not-in-question");
    }

    @Test
    void endsInAJointLineByOneOfTheTwoThatTheOtherSeesAndMayChange() throws Exception {
        finish(stage.first);
        assertThat(stage.reason(stage.first, () -> join(0))).isEqualTo("selection.refusal.joint-by-the-two");
        finish(stage.second);
        assertThat(stage.reason(stage.third, () -> join(0))).isEqualTo("selection.refusal.joint-by-the-two");
        assertThat(as(stage.first).state()).isEqualTo(State.BOTH_DONE);

        stage.does(stage.first, () -> join(0));

        assertThat(as(stage.second).joint())
                .hasValueSatisfying(joint -> assertThat(joint.madeBy()).isEqualTo("Bo Bedömare"));
        assertThat(stage.refusal(stage.second, () -> join(0)).kind()).isEqualTo(Refusal.Kind.STALE);
        MockHttpServletResponse stale = stage.asks(
                stage.second,
                post("/selection/" + stage.round + "/assessments/" + stage.key + "/joint")
                        .param("conclusion", "CANNOT_TELL")
                        .param("reasons", "Vi vet för lite")
                        .param("seen.reasons", "")
                        .param("seen.conclusion", "")
                        .param("version", "0")
                        .param("once", UUID.randomUUID().toString()));
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString()).contains("Vi vet för lite", "Vi är överens");
        stage.does(stage.second, () -> join(1));
        assertThat(as(stage.decider).joint().orElseThrow().version()).isEqualTo(2);
        assertThat(stage.told("round.joint-line")).isEqualTo(2);
    }

    @Test
    void isWrittenInAFormThatComesBackWhole() throws Exception {
        MockHttpServletResponse refused = stage.asks(
                stage.first,
                post("/selection/" + stage.round + "/assessments/" + stage.key)
                        .param("reasons", "Elev 811218-9876")
                        .param("done", "true")
                        .param("version", "0")
                        .param("once", UUID.randomUUID().toString()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("Välj en slutsats", "Elev 811218-9876", "Varför personnumret ska stå kvar");
        MockHttpServletResponse saved = stage.asks(
                stage.first,
                post("/selection/" + stage.round + "/assessments/" + stage.key)
                        .param("conclusion", "WITH_SUPPORT")
                        .param("reasons", SECRET)
                        .param("done", "true")
                        .param("version", "0")
                        .param("once", UUID.randomUUID().toString()));
        assertThat(saved.getStatus()).isEqualTo(303);
        assertThat(stage.asks(stage.first, assessment()).getContentAsString()).contains("Du är klar.", SECRET);
    }

    private void finish(long person) {
        save(person, 0, true);
    }

    private void finish(long person, int seen) {
        save(person, seen, true);
    }

    private void save(long person, int seen, boolean done) {
        stage.does(person, () -> assessments.save(stage.round, stage.key, seen, draft(done)));
    }

    private void join(int seen) {
        assessments.join(
                stage.round, stage.key, seen, Conclusion.WITH_SUPPORT, new FreeText("Vi är överens " + seen, ""));
    }

    private static AssessmentDraft draft(boolean done) {
        return new AssessmentDraft(Optional.of(Conclusion.WITH_SUPPORT), new FreeText(SECRET, ""), done);
    }

    private Assessment as(long person) {
        return stage.as(person, () -> assessments.of(stage.round, stage.unit));
    }

    private int rowsSeenBy(long person) {
        return stage.as(
                person,
                () -> transaction.execute(status -> asApplication
                        .sql("select count(*) from selection.assessment where round = ?")
                        .param(stage.round)
                        .query(Integer.class)
                        .single()));
    }

    private org.springframework.test.web.servlet.RequestBuilder assessment() {
        return get("/selection/" + stage.round + "/assessments/" + stage.key);
    }

    /** The pages without what is new every time. */
    private List<String> pages(long person, List<String> paths) {
        return paths.stream().map(path -> page(person, path)).toList();
    }

    private String page(long person, String path) {
        try {
            return stage.asks(person, get(java.net.URI.create("/selection/" + stage.round + path)))
                    .getContentAsString()
                    .replaceAll("value=\"[0-9a-f]{8}-[0-9a-f-]{27}\"", "");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
