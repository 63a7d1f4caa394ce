package se.samverkan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.testing.SamverkanTest;

/** Long work is seen while it goes on. */
@SamverkanTest
class ProgressLogTests {

    @Autowired
    Progress progress;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient database;

    @Test
    void isSeenByOthersBeforeTheWorkIsCommittedAndStaysWhenItIsNot() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            Progress.Running work = progress.start("test-seen", 1);
            work.at("reading", 10, 100);
            status.setRollbackOnly();
        });

        Progress.State state = newest("test-seen");
        assertThat(state.step()).isEqualTo("reading");
        assertThat(state.done()).isEqualTo(10);
        assertThat(state.total()).isEqualTo(100);
        assertThat(state.outcome()).isEmpty();
    }

    @Test
    void writesAFewReportsASecondHoweverManyAreMade() {
        Progress.Running work = progress.start("test-often", 1);
        long began = System.nanoTime();
        for (int i = 1; i <= 20_000; i++) {
            work.at("counting", i, 20_001);
        }

        assertThat(System.nanoTime() - began).as("nanoseconds").isLessThan(5_000_000_000L);
        assertThat(newest("test-often").done()).isLessThan(20_000);
    }

    @Test
    void tellsTheLastOfAStepAndHowItEnded() {
        Progress.Running work = progress.start("test-ends", 1);
        work.at("counting", 1, 2);
        work.at("counting", 2, 2);
        work.failed("refusal.stale");

        assertThat(newest("test-ends").done()).isEqualTo(2);
        assertThat(newest("test-ends").outcome()).hasValue("FAILED");
        assertThat(newest("test-ends").reason()).hasValue("refusal.stale");
    }

    @Test
    void showsTheNewestPieceOfEachKindOfWork() {
        progress.start("test-twice", 1).done();
        Progress.Running second = progress.start("test-twice", 1);

        assertThat(newest("test-twice").id()).isEqualTo(second.id());
    }

    @Test
    void countsWorkThatHasNotBeenHeardOfAsStopped() {
        Progress.Running work = progress.start("test-dies", 1);
        database.sql("update shared.progress set touched_at = touched_at - interval '6 minutes' where id = ?")
                .param(work.id())
                .update();

        assertThat(newest("test-dies").outcome()).hasValue("STOPPED");
    }

    private Progress.State newest(String work) {
        return progress.newest().stream()
                .filter(state -> state.work().equals(work))
                .findFirst()
                .orElseThrow();
    }
}
