package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.priority.Place;
import se.samverkan.analysis.priority.Priorities;
import se.samverkan.analysis.priority.Priorities.Cell;
import se.samverkan.analysis.priority.Prioritising;
import se.samverkan.analysis.priority.Prioritising.Stage;
import se.samverkan.analysis.priority.Score;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Areas are put in order: each alone first, then together, then by whoever decides. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class PriorityTests {

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;
    private long problem;
    private long first;
    private long second;

    @BeforeEach
    void twoAreasAndARound() {
        stage = new AnalysisStage(application);
        id = stage.begun();
        problem = stage.problem(id, "Problemet");
        stage.evidence(id, EvidenceKind.RESULTS, "", "Resultaten", problem);
        long cause = stage.cause(id, "Orsaken", problem);
        first = stage.area(id, "Det ena", cause);
        second = stage.area(id, "Det andra", cause);
        stage.does(stage.member, () -> priorities().begin(id, List.of("Effekt", "Råder över")));
    }

    private Priorities priorities() {
        return stage.bean(Priorities.class);
    }

    private Prioritising now(long person) {
        return stage.as(person, () -> priorities().newest(view()).orElseThrow());
    }

    private AnalysisView view() {
        return stage.bean(Analyses.class).analysis(id);
    }

    private void score(long person, int value, boolean finished) {
        Map<Cell, Integer> scores = new HashMap<>();
        now(person)
                .criteria()
                .forEach(criterion ->
                        List.of(first, second).forEach(area -> scores.put(new Cell(area, criterion.id()), value)));
        stage.does(person, () -> priorities().score(id, scores, finished));
    }

    @Test
    void waitsOnTheToDoPageOfThoseWhoHaveNotFinished() {
        assertThat(stage.page(stage.member, "/todo")).contains("Poängsätt utvecklingsområdena");
        score(stage.member, 5, true);
        assertThat(stage.page(stage.member, "/todo")).doesNotContain("Poängsätt utvecklingsområdena");
        assertThat(stage.page(stage.running.headTeacher, "/todo")).contains("Poängsätt utvecklingsområdena");
    }

    @Test
    void hidesScoresOfOthersUntilAllHaveFinished() {
        score(stage.member, 5, true);

        assertThat(now(stage.running.headTeacher).scores()).isEmpty();
        assertThat(rows(stage.running.headTeacher)).isZero();
        assertThat(now(stage.running.headTeacher).finished()).isEqualTo(1);
        assertThat(now(stage.running.headTeacher).people()).isEqualTo(2);
        score(stage.running.headTeacher, 2, true);
        assertThat(now(stage.member).stage()).isEqualTo(Stage.CLOSED);
        long criterion = now(stage.member).criteria().getFirst().id();
        assertThat(now(stage.member).spread(first, criterion).values()).containsExactly(2, 5);
        assertThat(now(stage.member).spread(first, criterion).isWide()).isTrue();
        assertThat(stage.page(stage.running.headTeacher, "/analyses/" + id + "/priorities"))
                .contains("alla: 2 5", "ni ser olika på det")
                .doesNotContain("Moa Medlem");
    }

    /** How many scores somebody sees behind the door. */
    private long rows(long person) {
        return stage.as(
                person,
                () -> stage.bean(TransactionTemplate.class)
                        .execute(status -> stage.bean(JdbcClient.class)
                                .sql(
                                        "select count(*) from analysis.score s join analysis.prioritising p on p.id = s.prioritising where p.analysis = ?")
                                .param(id)
                                .query(Long.class)
                                .single()));
    }

    @Test
    void canBeClosedByWhoeverDecidesBeforeAllHaveFinished() {
        assertThat(stage.refusal(stage.running.headTeacher, () -> priorities().close(id)))
                .isEqualTo("analysis.refusal.nobody-scored");
        score(stage.member, 4, true);
        assertThat(stage.refusal(stage.member, () -> priorities().close(id))).isEqualTo("refusal.verb.ADOPT_ANALYSIS");
        stage.does(stage.running.headTeacher, () -> priorities().close(id));

        assertThat(now(stage.running.headTeacher).scores()).hasSize(4).noneMatch(Score::mine);
        assertThat(stage.refusal(stage.running.headTeacher, () -> priorities().score(id, Map.of(), false)))
                .isEqualTo("analysis.refusal.stage.CLOSED");
    }

    @Test
    void isNotFinishedWhileAScoreIsMissing() {
        long criterion = now(stage.member).criteria().getFirst().id();
        assertThat(stage.refusal(
                        stage.member, () -> priorities().score(id, Map.of(new Cell(first, criterion), 3), true)))
                .isEqualTo("analysis.refusal.scores-missing");
    }

    @Test
    void changesItsCriteriaOnlyBeforeAnybodyHasScored() {
        stage.does(stage.member, () -> priorities().criteria(id, 0, List.of("Det vi vill")));
        assertThat(now(stage.member).criteria()).hasSize(1);
        assertThat(stage.refusal(stage.member, () -> priorities().criteria(id, 0, List.of("Annat"))))
                .isEqualTo("refusal.stale");
        score(stage.running.headTeacher, 3, false);
        assertThat(stage.refusal(stage.member, () -> priorities().criteria(id, 1, List.of("Annat"))))
                .isEqualTo("analysis.refusal.scored");
    }

    private void closed() {
        score(stage.member, 4, true);
        score(stage.running.headTeacher, 3, true);
    }

    private void decide(Place... places) {
        stage.does(stage.running.headTeacher, () -> priorities().decide(id, List.of(places), Optional.empty()));
    }

    @Test
    void standsOnceItIsDecided() {
        closed();
        decide(new Place(second, 1, "Störst skillnad"), new Place(first, 2, ""));

        assertThat(now(stage.member).places()).extracting(Place::area).containsExactly(second, first);
        assertThat(stage.refusal(
                        stage.running.headTeacher,
                        () -> priorities().decide(id, List.of(new Place(first, 1, "")), Optional.empty())))
                .isEqualTo("analysis.refusal.stage.DECIDED");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> stage.running
                        .cast
                        .behind()
                        .sql("update analysis.place set place = 9 where area = ?")
                        .param(first)
                        .update()))
                .isInstanceOf(DataAccessException.class);
        assertThat(stage.refusal(stage.member, () -> stage.bean(Chains.class).remove(id, second)))
                .isEqualTo("analysis.refusal.placed");
        assertThat(stage.page(stage.member, "/analyses/" + id))
                .contains("plats 1", "Området är prioriterat utan att det står varför: Det ena.");
    }

    @Test
    void isTriedAnewWithAReasonWhileTheOldOrderHolds() {
        closed();
        decide(new Place(first, 1, "Därför"));
        assertThat(stage.refusal(stage.running.headTeacher, () -> priorities().reopen(id, FreeText.NONE)))
                .isEqualTo("analysis.refusal.why-anew");
        stage.does(stage.running.headTeacher, () -> priorities().reopen(id, new FreeText("Ny rektor", "")));

        assertThat(now(stage.member).stage()).isEqualTo(Stage.SCORED);
        assertThat(now(stage.member).criteria()).hasSize(2);
        assertThat(stage.page(stage.member, "/analyses/" + id + "/priorities"))
                .contains("Ordningen som gäller", "Därför", "Ny rektor");
        closed();
        decide(new Place(second, 1, "Nu så"));
        assertThat(stage.as(stage.member, () -> priorities().order(view())))
                .extracting(Place::area)
                .containsExactly(second);
    }

    @Test
    void refusesAnAreaWhoseProblemNothingShows() {
        long bare = stage.problem(id, "Ett påstående");
        long third = stage.area(id, "Det tredje", stage.cause(id, "Orsak", bare));
        closed3(third);

        assertThat(stage.refusal(
                        stage.running.headTeacher,
                        () -> priorities().decide(id, List.of(new Place(third, 1, "Därför")), Optional.empty())))
                .isEqualTo("analysis.refusal.no-evidence");
    }

    private void closed3(long third) {
        for (long person : List.of(stage.member, stage.running.headTeacher)) {
            Map<Cell, Integer> scores = new HashMap<>();
            now(person)
                    .criteria()
                    .forEach(criterion -> List.of(first, second, third)
                            .forEach(area -> scores.put(new Cell(area, criterion.id()), 3)));
            stage.does(person, () -> priorities().score(id, scores, true));
        }
    }

    @Test
    void refusesTwoAreasAtTheSamePlace() {
        closed();
        assertThat(stage.refusal(
                        stage.running.headTeacher,
                        () -> priorities()
                                .decide(
                                        id,
                                        List.of(new Place(first, 1, ""), new Place(second, 1, "")),
                                        Optional.empty())))
                .isEqualTo("analysis.refusal.same-place");
        assertThat(stage.refusal(
                        stage.member,
                        () -> priorities().decide(id, List.of(new Place(first, 1, "")), Optional.empty())))
                .isEqualTo("refusal.verb.ADOPT_ANALYSIS");
    }

    @Test
    void isScoredAndDecidedOnItsPages() {
        String path = "/analyses/" + id + "/priorities";
        Prioritising now = now(stage.member);
        for (long person : List.of(stage.member, stage.running.headTeacher)) {
            List<String> form = new java.util.ArrayList<>(List.of("version", "0", "finished", "true"));
            now.criteria()
                    .forEach(criterion -> List.of(first, second).forEach(area -> {
                        form.add("score-" + area + "-" + criterion.id());
                        form.add("4");
                    }));
            assertThat(stage.sends(person, path + "/scores", form.toArray(String[]::new))
                            .getStatus())
                    .isEqualTo(303);
        }
        assertThat(stage.page(stage.member, path))
                .contains("Nu beslutar rektorn ordningen")
                .doesNotContain("/decision");
        assertThat(stage.sends(
                                stage.running.headTeacher,
                                path + "/decision",
                                "version",
                                "0",
                                "place-" + first,
                                "1",
                                "place-reason-" + first,
                                "Det ger mest")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.member, path)).contains("Ordningen som gäller", "Det ger mest");
        assertThat(stage.sends(stage.running.headTeacher, path + "/reopening", "version", "0", "why-anew", "")
                        .getStatus())
                .isEqualTo(422);
    }
}
