package se.samverkan.actionplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** When a unit takes part no longer its plan and its analysis are read as they were, and changed by nobody, by any door. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=actionplan")
class RestingPlanTests {

    @Autowired
    WebApplicationContext application;

    private PlanStage stage;
    private long area;

    @BeforeEach
    void aPlanOfAUnitThatIsReady() {
        stage = new PlanStage(application);
        area = stage.area().id();
        stage.people
                .running
                .cast
                .behind()
                .sql("update partnership.participation set standing = 'COMPLETED' where partnership = ? and unit = ?")
                .params(stage.people.running.id, stage.people.unit)
                .update();
    }

    @Test
    void isReadWithoutAFormAndSaysWhereTheWorkGoesOn() {
        assertThat(stage.page(stage.head, ""))
                .contains("planen står som den var", stage.area().title())
                .doesNotContain("/parts/new");
        assertThat(stage.page(stage.head, "/parts/" + area)).doesNotContain("name=\"plan-title\"");
    }

    @Test
    void isRefusedByTheDoorWithTheReason() {
        MockHttpServletResponse refused = stage.people.sends(
                stage.head, "/action-plans/" + stage.id + "/parts/" + area, "version", "0", "plan-title", "Nytt");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("planen kan inte ändras");
    }

    @Test
    void isHeldByTheRowsWhicheverDoorSomebodyComesBy() {
        for (String row : new String[] {
            "update actionplan.part set title = 'Bakvägen' where id = " + area,
            "update analysis.part set title = 'Bakvägen' where analysis in (select id from analysis.analysis where partnership = "
                    + stage.people.running.id + ")"
        }) {
            int changed = java.util.Objects.requireNonNull(stage.people.as(
                    stage.head,
                    () -> stage.people
                            .bean(TransactionTemplate.class)
                            .execute(status ->
                                    stage.people.bean(JdbcClient.class).sql(row).update())));
            assertThat(changed).as(row).isZero();
        }
        assertThat(stage.people
                        .running
                        .cast
                        .behind()
                        .sql("select count(*) from actionplan.part where title = 'Bakvägen'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
