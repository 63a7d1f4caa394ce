package se.samverkan.discussion.draft;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets drafts whose form has been sent, and those that nobody came back to. */
@Configuration(proxyBeanMethods = false)
class DraftSweep {

    private static final int DAYS = 30;

    @Bean
    RecurringTask<Void> forgetDrafts(JdbcClient database) {
        return Tasks.recurring("forget-drafts", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> database.sql("select discussion.forget_drafts(?)")
                        .param(DAYS)
                        .query((row, n) -> DAYS)
                        .list());
    }
}
