package se.samverkan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.NoticeText.Told;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Intake;
import se.samverkan.statistics.Intake.Provenance;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject;
import se.samverkan.testing.SamverkanTest;

/** Statistics arrive by themselves: whoever a goal concerns is told when its series grows, once for each goal and period. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=followup")
class FigureNoticeTests {

    private static final String KIND = "followup.figures-came";

    @Autowired
    WebApplicationContext application;

    private FollowUpStage stage;
    private long goal;
    private int year;

    @BeforeEach
    void aGoalWithAPublishedMeasure() {
        stage = new FollowUpStage(application);
        year = LocalDate.now().getYear();
        publish(year - 3, 62.5);
        goal = stage.plan.add(
                PlanPartKind.GOAL,
                "Fler når målen",
                stage.plan.area().id(),
                Map.of(PlanField.INDICATOR, "gr9-passed-all", PlanField.TARGET, "80"));
        stage.adopt(1, "Ett mål som går att mäta");
        stage.decide(2);
    }

    private void publish(int from, double value) {
        String school = stage.people
                .running
                .cast
                .behind()
                .sql("select key from organisation.unit where id = ?")
                .param(stage.people.unit)
                .query(String.class)
                .single();
        Observation observation = new Observation(
                new Subject.OfUnit(school),
                "gr9-passed-all",
                Breakdown.ALL,
                Period.schoolYear(from),
                new Figure.Exact(value, Double.toString(value)),
                48);
        stage.people
                .bean(ActingAs.class)
                .console(() -> stage.people
                        .bean(TransactionTemplate.class)
                        .execute(status -> stage.people
                                .bean(Intake.class)
                                .take(
                                        Stream.of(observation),
                                        new Provenance(
                                                "test", "SKOLVERKET", LocalDate.of(2026, 10, 1), new byte[32]))));
    }

    private int told() {
        return stage.count(
                "select count(*) from notice.event where kind = '" + KIND + "' and about ->> 'goal' = '" + goal + "'");
    }

    private String page() {
        return stage.page(stage.plan.member, stage.address() + "/goals/" + goal);
    }

    @Test
    void tellsOnceForEachGoalAndPeriod() {
        assertThat(told()).isZero();
        publish(year - 2, 66);
        assertThat(told()).isEqualTo(1);
        publish(year - 2, 66.5);
        assertThat(told()).isEqualTo(1);
        publish(year - 1, 70);
        assertThat(told()).isEqualTo(2);
        assertThat(stage.count("select count(*) from followup.people_of(" + stage.people.unit + ")"))
                .isEqualTo(2);
    }

    @Test
    void saysWhatCanAndCannotBeRead() {
        publish(year - 2, 66);
        Words words = new Words(application.getBean(MessageSource.class), Words.SWEDISH);
        NoticeText notices = application.getBeansOfType(NoticeText.class).values().stream()
                .filter(each -> each.kinds().contains(KIND))
                .findFirst()
                .orElseThrow();
        Map<String, String> about = Map.of("plan", Long.toString(stage.plan.id), "goal", Long.toString(goal));
        Told told = stage.people.as(
                stage.plan.head, () -> notices.tell(KIND, about, words).orElseThrow());
        assertThat(told.arguments().getLast().toString()).contains("närmare målet", "Med färre än 10 går det inte");
        assertThat(stage.people.as(stage.people.running.stranger, () -> notices.tell(KIND, about, words)))
                .isEmpty();
        assertThat(List.of(told.address())).containsExactly(stage.address() + "/goals/" + goal);
    }

    @Test
    void saysThatTheBaselineWasRevisedAndKeepsThePlans() {
        publish(year - 3, 61);
        assertThat(page()).contains("Källan har ändrat värdet", "62,5", "Planen behåller");
    }

    /** A unit that was merged mid-way: the page says where, and what can no longer be compared. */
    @Test
    void breaksTheSeriesVisiblyWhereTheUnitWasMergedMidWay() {
        publish(year - 2, 66);
        publish(year - 1, 70);
        assertThat(page()).doesNotContain("Här slogs enheten ihop");
        stage.people
                .running
                .cast
                .behind()
                .sql("""
                        insert into organisation.succession (predecessor, successor, kind, happened_on, owner_organisation,
                            organiser)
                        values (?, ?, 'MERGED', ?, ?, ?)
                        """)
                .params(
                        stage.people.running.otherSchool,
                        stage.people.unit,
                        LocalDate.of(year - 1, 8, 1),
                        stage.people.running.organiser,
                        stage.people.running.organiser)
                .update();
        assertThat(page())
                .contains(
                        "Här slogs enheten ihop eller delades",
                        "Värden på var sin sida om strecket gäller olika elever.");
    }

    @Test
    void takesNoFigureOfOnesOwnForAPublishedMeasure() {
        assertThat(stage.sends(
                                stage.plan.member,
                                stage.address() + "/goals/" + goal + "/figures",
                                "counted-on",
                                "2026-09-01",
                                "value",
                                "99")
                        .getStatus())
                .isEqualTo(422);
    }
}
