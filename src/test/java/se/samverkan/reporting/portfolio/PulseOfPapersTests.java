package se.samverkan.reporting.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.actionplan.PlanStage;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.partnership.CasePulse.UnitPulse;
import se.samverkan.partnership.CaseSignals.Signal;
import se.samverkan.records.document.Dispatch;
import se.samverkan.records.document.DocumentSharing;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.RecordRef;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.QueryCount;
import se.samverkan.testing.SamverkanTest;

/**
 * What the portfolio hears of analyses and plans: the organiser's own people how much is loose in them, the other side the day on which
 * one was shared with it, and nothing of a draft.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=reporting")
class PulseOfPapersTests {

    @Autowired
    WebApplicationContext application;

    private PlanStage stage;
    private long officer;
    private long coordinator;

    @BeforeEach
    void aPlanFromItsAnalysis() {
        stage = new PlanStage(application);
        officer = stage.people.running.officer;
        coordinator = stage.people.running.coordinator;
    }

    private Line line(long person) {
        return stage.people.as(person, () -> stage.people.bean(Portfolio.class).lines()).stream()
                .filter(each -> each.pulse().id() == stage.people.running.id)
                .findFirst()
                .orElseThrow();
    }

    private List<Signal> loose(long person) {
        return line(person).pulse().loose();
    }

    private String portfolio(long person) {
        return stage.people.page(person, "/portfolio");
    }

    @Test
    void tellsTheOrganiserHowMuchIsLooseInEachAnalysisAndPlan() {
        assertThat(loose(stage.director))
                .extracting(Signal::key, Signal::details, Signal::path)
                .containsExactlyInAnyOrder(
                        tuple(
                                "analysis.signal.loose",
                                List.of("Ekskolan", 2),
                                "/analyses/" + stage.analysis + "#loose-ends"),
                        tuple("actionplan.signal", List.of("Ekskolan", 4), "/action-plans/" + stage.id + "/thread"));
        assertThat(line(stage.director).pulse().looseEnds()).isEqualTo(6);
        assertThat(portfolio(stage.director))
                .contains(
                        "6 lösa trådar",
                        "Ekskolan: nulägesanalysen har 2 lösa trådar.",
                        "Ekskolan: planen har 4 lösa trådar.");
        stage.people.problem(stage.analysis, "Ingen vet varför");
        stage.add(PlanPartKind.GOAL, "Ingen börjar om", stage.area().id(), Map.of());
        assertThat(portfolio(stage.director))
                .as(
                        "a problem without evidence came to, and a goal that has no sign came in the place of an area without a goal")
                .contains("nulägesanalysen har 3 lösa trådar", "planen har 4 lösa trådar");
    }

    /** The page of the analysis and of the plan tell as many as the portfolio: the rules are the same. */
    @Test
    void countsWhatThePagesShow() {
        assertThat(loose(stage.director)).hasSize(2);
        for (Signal signal : loose(stage.director)) {
            String page = stage.people.page(stage.head, signal.path());
            String list = page.substring(page.indexOf("class=\"loose\""));
            assertThat(list.substring(0, list.indexOf("</ul>")).split("<li>", -1).length - 1)
                    .as(signal.path())
                    .isEqualTo(signal.ends());
        }
    }

    @Test
    void tellsNobodyElseNotEvenANumber() {
        String before = portfolio(officer).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
        stage.people.problem(stage.analysis, "Ingen vet varför");
        stage.add(PlanPartKind.GOAL, "Ingen börjar om", stage.area().id(), Map.of());
        assertThat(loose(officer)).isEmpty();
        assertThat(portfolio(officer).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", ""))
                .isEqualTo(before)
                .doesNotContain("lös tråd", "lösa trådar");
        assertThat(stage.people.page(officer, "/portfolio/list.csv")).doesNotContain("lösa trådar.");
        assertThat(loose(coordinator))
                .as("whoever may not read the unit's draft hears no number of it either")
                .isEmpty();
        assertThat(stage.people.page(stage.people.running.stranger, "/portfolio"))
                .doesNotContain("Ekskolan");
    }

    @Test
    void hasNothingLooseWhereTheUnitTakesPartNoLonger() {
        stage.people
                .running
                .cast
                .behind()
                .sql("update partnership.participation set standing = 'COMPLETED' where partnership = ? and unit = ?")
                .params(stage.people.running.id, stage.people.unit)
                .update();
        assertThat(loose(stage.director)).isEmpty();
    }

    /** However many plans and analyses an organiser has, it is as many questions; and an officer's portfolio asks none of them. */
    @Test
    void asksAsMuchHoweverManyThereAre() {
        int one = questions(stage.director);
        stage.people
                .running
                .cast
                .behind()
                .sql("""
                        insert into analysis.analysis (partnership, agency, organiser, unit, level, made_by)
                        values (?, ?, ?, ?, 'SCHOOL', ?)
                        """)
                .params(
                        stage.people.running.id,
                        stage.people.running.agency,
                        stage.people.running.organiser,
                        stage.people.running.otherSchool,
                        stage.people.running.otherHeadTeacher)
                .update();
        stage.people.as(
                stage.people.running.otherHeadTeacher,
                () -> stage.plans().begin(stage.people.running.id, stage.people.running.otherSchool));
        assertThat(questions(stage.director)).isEqualTo(one);
        portfolio(stage.director);
        assertThat(QueryCount.of(() -> portfolio(stage.director)))
                .as("three of the six that every page asks to know its reader are not asked here; the others are")
                .isLessThanOrEqualTo(24 - 3);
        assertThat(QueryCount.statementsOf(() -> line(officer)))
                .noneMatch(each -> each.contains("analysis.part") || each.contains("actionplan.part"));
    }

    private int questions(long person) {
        return QueryCount.statementsOf(() -> line(person)).size();
    }

    @Test
    void hearsOfASharedPlanOnTheDayOfTheShare() {
        stage.whole();
        sends(stage.head, "/action-plans/" + stage.id + "/versions", "version", "0", "plan-adoption-words", "");
        sends(stage.director, "/action-plans/" + stage.id + "/versions/1/decision", "holds", "yes");
        sends(stage.head, "/action-plans/" + stage.id + "/versions/1/paper");
        isHeardOfWhenShared("actionplan", stage.id);
    }

    @Test
    void hearsOfASharedAnalysisOnTheDayOfTheShare() {
        sends(stage.head, "/analyses/" + stage.analysis + "/versions", "version", "0", "adoption-words", "");
        isHeardOfWhenShared("analysis", stage.analysis);
    }

    private void sends(long person, String path, String... fields) {
        MockHttpServletResponse answer = stage.people.sends(person, path, fields);
        assertThat(answer.getStatus()).as(path).isEqualTo(303);
    }

    /** Nothing before it is shared; then the day of the share, whatever day the draft was written on, before it or after it. */
    private void isHeardOfWhenShared(String room, long id) {
        assertThat(heard(officer)).as("adopted, and not shared").isNull();
        DocumentView paper = stage.people.as(
                stage.head,
                () -> stage.people
                        .bean(Documents.class)
                        .of(new RecordRef(room, Long.toString(id)))
                        .getFirst());
        stage.people.does(
                stage.head,
                () -> stage.people
                        .bean(DocumentSharing.class)
                        .share(
                                paper.id(),
                                paper.version(),
                                new Dispatch(Set.of(stage.people.running.agency), FreeText.NONE, "")));
        assertThat(heard(officer)).isEqualTo(stage.people.running.today);
        LocalDate day = stage.people.running.today.minusDays(40);
        stage.people
                .running
                .cast
                .behind()
                .sql("alter table records.share disable trigger user")
                .update();
        stage.people
                .running
                .cast
                .behind()
                .sql("update records.share set shared_at = ?::date + time '12:00' where document = ?")
                .params(day, paper.id())
                .update();
        stage.people
                .running
                .cast
                .behind()
                .sql("alter table records.share enable trigger user")
                .update();
        assertThat(heard(officer))
                .as("the day of the share, though the draft is of today")
                .isEqualTo(day);
        assertThat(portfolio(officer)).contains("40 dagar");
    }

    private @org.jspecify.annotations.Nullable LocalDate heard(long person) {
        return line(person).pulse().units().stream()
                .filter(each -> each.unit() == stage.people.unit)
                .map(UnitPulse::heard)
                .findFirst()
                .orElseThrow()
                .orElse(null);
    }
}
