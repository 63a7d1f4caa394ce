package se.samverkan.reporting.after;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.actionplan.PlanStage;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.partnership.CaseStage;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** The years after a closing are born by themselves, as many as the variant says, and ask each unit once. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=reporting")
class YearsAfterTests {

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;
    private long id;

    @BeforeEach
    void people() {
        stage = new CaseStage(application);
        id = stage.taken();
    }

    /** Closed so many months ago. */
    private void closed(int months) {
        closed(id, months);
    }

    private void closed(long id, int months) {
        stage.cast
                .behind()
                .sql("insert into partnership.closing (partnership, day, learned, made_by) "
                        + "values (?, access.today() - make_interval(months => ?), 'Prov', ?)")
                .params(id, months, stage.officer)
                .update();
        stage.cast
                .behind()
                .sql("update partnership.partnership set standing = 'COMPLETED' where id = ?")
                .param(id)
                .update();
        stage.cast
                .behind()
                .sql("update partnership.participation set standing = 'COMPLETED' where partnership = ?")
                .param(id)
                .update();
    }

    private void bear() {
        stage.bean(ActingAs.class).system(stage.bean(YearBearing.class)::bear);
    }

    private List<YearAfter> years() {
        return stage.as(stage.coordinator, () -> stage.bean(YearsAfter.class).of(id));
    }

    @Test
    void areBornOnTheirDayAndOnceHoweverOftenTheJobRuns() {
        closed(11);
        bear();
        assertThat(years()).isEmpty();
        stage.cast
                .behind()
                .sql("alter table partnership.closing disable trigger user")
                .update();
        stage.cast
                .behind()
                .sql("update partnership.closing set day = access.today() - interval '13 months' where partnership = ?")
                .param(id)
                .update();
        stage.cast
                .behind()
                .sql("alter table partnership.closing enable trigger user")
                .update();
        bear();
        bear();
        assertThat(years()).extracting(YearAfter::year).containsExactly(1);
        assertThat(stage.cast
                        .behind()
                        .sql("select count(*) from notice.outbox o join notice.event e on e.id = o.event "
                                + "where o.person = ? and e.kind = 'reporting.year-after'")
                        .param(stage.coordinator)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void areAsManyAsTheVariantSays() {
        closed(12 * 9);
        bear();
        assertThat(years())
                .hasSize(stage.variant().followUp().yearsAfter())
                .extracting(YearAfter::year)
                .isSortedAccordingTo((one, other) -> Integer.compare(other, one));
    }

    @Test
    void askEachUnitOnceAndWaitForThoseWhoWorkThere() {
        closed(13);
        bear();
        YearAfter year = years().getFirst();
        assertThat(stage.reason(
                        stage.officer,
                        () -> stage.bean(YearsAfter.class)
                                .answer(id, year.id(), stage.first, "SAME", new FreeText("Inte min sak.", ""))))
                .as("the office answers for nobody")
                .isEqualTo("reporting.after.refusal.not-yours");
        assertThat(stage.as(stage.headTeacher, () -> stage.bean(YearToDos.class).mine()))
                .extracting(each -> each.concerning())
                .containsExactly("Ekskolan");
        stage.does(
                stage.headTeacher,
                () -> stage.bean(YearsAfter.class)
                        .answer(id, year.id(), stage.first, "SAME", new FreeText("Samtalen går vidare.", "")));
        assertThat(stage.as(stage.headTeacher, () -> stage.bean(YearToDos.class).mine()))
                .isEmpty();
        assertThat(stage.page(stage.headTeacher, "/" + id + "/years"))
                .contains("Samtalen går vidare.", "Ungefär lika mycket", "Inget svar än.");
        assertThat(stage.reason(
                        stage.coordinator,
                        () -> stage.bean(YearsAfter.class)
                                .answer(id, year.id(), stage.first, "GONE", new FreeText("Nej.", ""))))
                .isEqualTo("reporting.after.refusal.answered");
        assertThat(stage.reason(
                        stage.headTeacher,
                        () -> stage.bean(YearsAfter.class)
                                .answer(id, year.id(), stage.second, "GONE", new FreeText("Nej.", ""))))
                .isEqualTo("reporting.after.refusal.not-yours");
        assertThat(stage.page(stage.officer, "/" + id)).contains("Åren efter");
        for (long other : List.of(stage.stranger, stage.neighbour)) {
            assertThat(stage.asks(other, MockMvcRequestBuilders.get("/partnerships/" + id + "/years"))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    /** What the unit wanted stands beside what it answers, on the form and on the page; for those who read the plan alone. */
    @Test
    void askBesideThePlanThatHeld() {
        PlanStage planned = new PlanStage(application);
        long goal =
                planned.add(PlanPartKind.GOAL, "Ingen börjar om", planned.area().id(), Map.of());
        planned.add(PlanPartKind.SIGN, "Eleverna berättar vad de kan", goal, Map.of());
        planned.whole();
        String plan = "/action-plans/" + planned.id + "/versions";
        planned.people.sends(planned.head, plan, "version", "0", "plan-adoption-words", "");
        planned.people.sends(planned.director, plan + "/1/decision", "holds", "yes");
        long over = planned.people.running.id;
        closed(over, 13);
        bear();
        String page = "/partnerships/" + over + "/years";
        assertThat(planned.people.page(planned.head, page))
                .contains("Det här ville ni nå", "Ingen börjar om", "Eleverna berättar vad de kan", "Inget svar än.");
        long year = planned.people.as(
                planned.head,
                () -> planned.people.bean(YearsAfter.class).of(over).getFirst().id());
        assertThat(planned.people.page(planned.head, page + "/" + year + "/units/" + planned.people.unit))
                .contains("Ingen börjar om", "Hur mycket av det ni började med lever kvar?");
        assertThat(planned.people.page(planned.people.running.officer, page))
                .contains("Ekskolan")
                .doesNotContain("Ingen börjar om");
    }
}
