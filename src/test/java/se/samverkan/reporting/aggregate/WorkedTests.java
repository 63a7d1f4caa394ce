package se.samverkan.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseStage;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.Masking;
import se.samverkan.statistics.disclosure.Place;
import se.samverkan.testing.SamverkanTest;

/** How it went for those who did something about a cause is told with its uncertainty, of no one, in no order, and as no effect. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=programme-report")
class WorkedTests {

    private static final String ANSWER = "TEACHING.LEADERSHIP";

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;
    private long management;

    @BeforeEach
    void people() {
        stage = new CaseStage(application);
        management = stage.cast.player("Lena Ledning", Role.MANAGEMENT, stage.office);
    }

    private Map<Topic, CountedTable> counted() {
        Aggregates aggregates = stage.bean(Aggregates.class);
        return stage.as(management, () -> aggregates.counted(aggregates.programme(stage.office, CaseStage.VARIANT)));
    }

    private double value(Topic topic, String row, String column) {
        return counted().get(topic).at(new Place(row, column)).value();
    }

    private String page(String more) {
        return CaseStage.text(asks("/aggregates/" + stage.office + "/" + CaseStage.VARIANT + more));
    }

    private MockHttpServletResponse asks(String path) {
        return stage.asks(management, MockMvcRequestBuilders.get(path));
    }

    private JdbcClient behind() {
        return stage.cast.behind();
    }

    /** Changes all goals of the office's plans, and lets the plans hold so. */
    private void goals(String change) {
        draft(change);
        behind().sql("select count(actionplan.keep_held(l.id)) from actionplan.plan l where l.agency = ?")
                .param(stage.office)
                .query(Long.class)
                .single();
    }

    private void draft(String change) {
        behind().sql("update actionplan.part p set fields = " + change
                        + " from actionplan.plan l where l.id = p.plan and l.agency = ? and p.kind = 'GOAL'")
                .param(stage.office)
                .update();
    }

    @Test
    void tellsASignWithEveryAnswerOfItsArea() {
        ManyCases.fill(stage, 30);
        double units = value(Topic.ANSWERS, ANSWER, "UNITS");
        assertThat(value(Topic.ANSWERED_SIGNS, ANSWER, Place.ALL)).isEqualTo(3 * units);
        assertThat(value(Topic.ANSWERS, "TEACHING.TEACHING", "UNITS"))
                .as("each plan has both levels against one cause")
                .isEqualTo(units);
        assertThat(value(Topic.ANSWERS, ANSWER, "ORGANISERS")).isGreaterThan(20);
    }

    @Test
    void tellsTheShareWithItsIntervalAndThatItMayBeDueToSomethingElse() {
        ManyCases.fill(stage, 30);
        Aggregate aggregate =
                stage.as(management, () -> stage.bean(Aggregates.class).of(stage.office, CaseStage.VARIANT));
        double share = aggregate
                .table(Topic.SIGN_SHARES)
                .at(new Place(ANSWER, "SHARE"))
                .orElseThrow();
        double signs = value(Topic.ANSWERED_SIGNS, ANSWER, Place.ALL);
        double seen = value(Topic.ANSWERED_SIGNS, ANSWER, "OFTEN") + value(Topic.ANSWERED_SIGNS, ANSWER, "ESTABLISHED");
        assertThat(share).isEqualTo(Math.round(1000 * seen / signs) / 10.0);
        assertThat(aggregate
                        .table(Topic.SIGN_SHARES)
                        .at(new Place(ANSWER, "LOWER"))
                        .orElseThrow())
                .isLessThan(share);
        assertThat(page("/worked"))
                .contains("orsaker i hur undervisningen görs med insatser i ledningen")
                .contains(Math.round(share) + " % av dem syns ofta eller är etablerade; osäkerheten går från")
                .contains("Det kan bero på annat än insatser i ledningen")
                .contains("worked-picture");
    }

    @Test
    void tellsNothingOfFewUnits() {
        ManyCases.fill(stage, 1);
        assertThat(page("/worked"))
                .contains("Färre än 5 enheter har mött")
                .doesNotContain("osäkerheten går från")
                .doesNotContain("worked-picture");
    }

    @Test
    void masksAShareWhereverACountOfItsRowIsOfTooFew() {
        ManyCases.fill(stage, 6);
        Map<Topic, CountedTable> counted = counted();
        CountedTable signs = counted.get(Topic.ANSWERED_SIGNS);
        CountedTable shares = counted.get(Topic.SIGN_SHARES);
        assertThat(shares.rows()).isNotEmpty().allSatisfy(answer -> {
            boolean few = signs.columns().stream()
                    .map(column -> signs.at(new Place(answer, column)).contributors())
                    .anyMatch(units -> units > 0 && units < Topic.LIMIT);
            assertThat(new Masking(shares, Topic.SIGN_SHARES.rule())
                            .masked()
                            .at(new Place(answer, "SHARE"))
                            .isEmpty())
                    .isEqualTo(few);
        });
    }

    @Test
    void readsAGoalByItsNewestFigureAgainstItsBaselineAndItsTarget() {
        ManyCases.fill(stage, 20);
        double goals = value(Topic.ANSWERED_GOALS, ANSWER, Place.ALL);
        goals("p.fields || '{\"BASELINE\":\"2\",\"TARGET\":\"5\"}'");
        assertThat(value(Topic.ANSWERED_GOALS, ANSWER, "REACHED"))
                .isPositive()
                .isEqualTo(goals - value(Topic.ANSWERED_GOALS, ANSWER, "UNKNOWN"));
        goals("p.fields || '{\"BASELINE\":\"2\",\"TARGET\":\"50\"}'");
        assertThat(value(Topic.ANSWERED_GOALS, ANSWER, "TOWARDS"))
                .isEqualTo(goals - value(Topic.ANSWERED_GOALS, ANSWER, "UNKNOWN"));
        goals("p.fields || '{\"BASELINE\":\"2\",\"TARGET\":\"1\",\"BETTER\":\"LOWER\"}'");
        assertThat(value(Topic.ANSWERED_GOALS, ANSWER, "NOT_TOWARDS"))
                .isEqualTo(goals - value(Topic.ANSWERED_GOALS, ANSWER, "UNKNOWN"));
        goals("p.fields - 'BASELINE'");
        assertThat(value(Topic.ANSWERED_GOALS, ANSWER, "UNKNOWN")).isEqualTo(goals);
        assertThat(counted()).doesNotContainKey(Topic.GOAL_SHARES);
    }

    @Test
    void readsAGoalAsItWasDecidedAndNotAsItIsWritten() {
        ManyCases.fill(stage, 20);
        double reached = value(Topic.ANSWERED_GOALS, ANSWER, "REACHED");
        draft("p.fields || '{\"BASELINE\":\"2\",\"TARGET\":\"5\"}'");
        assertThat(value(Topic.ANSWERED_GOALS, ANSWER, "REACHED")).isPositive().isEqualTo(reached);
    }

    @Test
    void readsAGoalWithAnIndicatorByThePublishedFigureAfterItsBaseline() {
        ManyCases.fill(stage, 10);
        behind().sql("""
                        with s as (
                            insert into statistics.subject (kind, unit)
                            select distinct 'UNIT', l.unit from actionplan.plan l where l.agency = ? on conflict do nothing returning id
                        ), i as (
                            insert into statistics.indicator (id, code) values (9901, 'for-worked') on conflict do nothing
                        )
                        insert into statistics.observation (subject, indicator, period, status, value, token, import)
                        select s.id, 9901, p, 1, v, v::text, 1 from s, (values (20240, 40), (20250, 60)) n (p, v)
                        """).param(stage.office).update();
        goals(
                "'{\"INDICATOR\":\"for-worked\",\"BASELINE\":\"40\",\"BASELINE_PERIOD\":\"20240\",\"TARGET\":\"55\"}'::jsonb");
        double goals = value(Topic.ANSWERED_GOALS, ANSWER, Place.ALL);
        assertThat(value(Topic.ANSWERED_GOALS, ANSWER, "REACHED")).isPositive().isEqualTo(goals);
        goals("p.fields || '{\"BASELINE_PERIOD\":\"20250\"}'");
        assertThat(value(Topic.ANSWERED_GOALS, ANSWER, "UNKNOWN"))
                .as("nothing has been published since")
                .isEqualTo(goals);
    }

    @Test
    void countsNothingBeforeAReportIsHandedIn() {
        ManyCases.fill(stage, 10);
        assertThat(counted()).containsKey(Topic.ANSWERS);
        behind().sql("alter table followup.report_deed disable trigger deeds_stand")
                .update();
        behind().sql("""
                        delete from followup.report_deed d using followup.report r where r.id = d.report and r.agency = ?
                        """).param(stage.office).update();
        behind().sql("alter table followup.report_deed enable trigger deeds_stand")
                .update();
        assertThat(counted()).doesNotContainKeys(Topic.ANSWERS, Topic.ANSWERED_SIGNS, Topic.DELIVERIES);
        assertThat(page("/worked")).contains("När den första rapporten har lämnats in");
    }

    @Test
    void isNeverRanked() {
        ManyCases.fill(stage, 30);
        List<String> rows = counted().get(Topic.DELIVERIES).rows();
        assertThat(rows)
                .containsExactly(
                        "ORGANISATION.LEADERSHIP", "ORGANISATION.TEACHING", "TEACHING.LEADERSHIP", "TEACHING.TEACHING");
        assertThat(page("/worked")).contains("<h2>Hur insatserna gick</h2>").doesNotContain("?by=");
        assertThat(page("/worked?by=deliveries.DONE")).doesNotContain("aria-sort=\"descending\"");
    }

    @Test
    void isReachedFromTheFiguresAndFromTheChainAndTakenAway() {
        ManyCases.fill(stage, 30);
        String here = "/aggregates/" + stage.office + "/" + CaseStage.VARIANT + "/worked";
        assertThat(page("")).contains("href=\"" + here + "\"").doesNotContain("id=\"answered-signs\"");
        assertThat(page("/theory")).contains("href=\"" + here + "\"");
        assertThat(CaseStage.text(asks("/aggregates/" + stage.office + "/" + CaseStage.VARIANT + "/sign-shares.csv")))
                .contains("Hur undervisningen görs – Ledningen");
        assertThat(asks("/aggregates/" + stage.office + "/" + CaseStage.VARIANT + "/answered-goals.xlsx")
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void countsWhatProvidersWereAskedForAndItsMoney() {
        ManyCases.fill(stage, 40);
        assertThat(value(Topic.COMMISSIONS, "UNIVERSITY", Place.ALL)).isEqualTo(40);
        assertThat(value(Topic.COMMISSIONS, Place.ALL, "DECLINED")).isEqualTo(20);
        assertThat(value(Topic.COMMISSION_MONEY, "SPSM", "FRAME")).isEqualTo(30 * 40_000);
        assertThat(value(Topic.COMMISSION_MONEY, "SPSM", "INVOICED")).isEqualTo(30 * 30_000);
        assertThat(page("")).contains("Uppdrag till utförare").contains("Får faktureras");
    }

    @Test
    void isUnseenFromAnotherOfficeThroughThePageAndTheDatabase() {
        ManyCases.fill(stage, 5);
        assertThat(stage.asks(
                                stage.stranger,
                                MockMvcRequestBuilders.get(
                                        "/aggregates/" + stage.office + "/" + CaseStage.VARIANT + "/worked"))
                        .getStatus())
                .isEqualTo(404);
        Long[] cases = behind().sql("select id from partnership.partnership where owner_organisation = ?")
                .param(stage.office)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        TransactionTemplate transactions = stage.bean(TransactionTemplate.class);
        JdbcClient database = stage.bean(JdbcClient.class);
        for (String function :
                List.of("actionplan.answers", "actionplan.aims", "followup.tallies", "intervention.tallies")) {
            Long seen = stage.as(
                    stage.stranger,
                    () -> transactions.execute(ignored -> database.sql("select count(*) from " + function + "(?)")
                            .param(cases)
                            .query(Long.class)
                            .single()));
            assertThat(seen).as(function).isBetween(0L, function.endsWith("tallies") ? 2L : 0L);
        }
    }
}
