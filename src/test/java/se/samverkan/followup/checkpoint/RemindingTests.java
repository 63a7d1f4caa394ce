package se.samverkan.followup.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.followup.FollowUpStage;
import se.samverkan.testing.SamverkanTest;

/** The people of a unit are told once that a checkpoint is due soon, and once that it is late. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=followup")
class RemindingTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Reminding reminding;

    @Autowired
    ActingAs acting;

    private FollowUpStage stage;

    @BeforeEach
    void aCheckpointToCome() {
        stage = new FollowUpStage(application);
        due(stage.people.running.today.plusDays(40));
    }

    private void due(LocalDate lastDay) {
        stage.people
                .running
                .cast
                .behind()
                .sql("update followup.awaited set last_day = ? where plan = ? and term = ?")
                .params(lastDay, stage.plan.id, stage.term.key())
                .update();
    }

    private List<String> told(long person) {
        acting.system(reminding::remind);
        return stage.people
                .running
                .cast
                .behind()
                .sql("""
                        select e.kind from notice.outbox o join notice.event e on e.id = o.event
                        where o.person = ? and e.kind like 'followup.checkpoint%' order by e.id
                        """)
                .param(person)
                .query(String.class)
                .list();
    }

    @Test
    void tellsTwoWeeksBeforeAndWhenItIsLateAndNeverTwice() {
        assertThat(told(stage.plan.head)).isEmpty();
        due(stage.people.running.today.plusDays(14));
        assertThat(told(stage.plan.head)).containsExactly("followup.checkpoint-soon");
        assertThat(told(stage.plan.member)).containsExactly("followup.checkpoint-soon");
        assertThat(told(stage.people.running.officer)).isEmpty();
        due(stage.people.running.today.minusDays(1));
        assertThat(told(stage.plan.head)).containsExactly("followup.checkpoint-soon", "followup.checkpoint-late");
        assertThat(told(stage.plan.head)).hasSize(2);
    }

    @Test
    void isSilentOnceItIsOverAndAboutWhatWasLateLongAgo() {
        due(stage.people.running.today.minusDays(100));
        assertThat(told(stage.plan.head)).isEmpty();
        due(stage.people.running.today.plusDays(3));
        stage.decides(stage.plan.head, 0, "skipping", "Rektor är sjuk");
        assertThat(told(stage.plan.head)).isEmpty();
    }
}
