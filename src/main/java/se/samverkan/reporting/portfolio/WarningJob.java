package se.samverkan.reporting.portfolio;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.ActingAs;

/** Looks for early warnings every morning, for each who has a portfolio and with that person's rights. */
@Component
class WarningJob {

    private static final Logger LOG = LoggerFactory.getLogger(WarningJob.class);
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final LocalTime IN_THE_MORNING = LocalTime.of(4, 40);

    private final JdbcClient database;
    private final ActingAs acting;
    private final Warnings warnings;

    WarningJob(JdbcClient database, ActingAs acting, Warnings warnings) {
        this.database = database;
        this.acting = acting;
        this.warnings = warnings;
    }

    /** @return how many warnings were told, to all together; whoever cannot be looked for does not stop the others */
    int look() {
        List<Long> watchers =
                database.sql("select reporting.watchers()").query(Long.class).list();
        int told = 0;
        for (long person : watchers) {
            try {
                told += acting.person(person, warnings::look);
            } catch (RuntimeException e) {
                LOG.warn("no early warnings could be looked for, for person {}", person, e);
            }
        }
        return told;
    }

    /** Every morning, whichever copy comes first. */
    @Configuration(proxyBeanMethods = false)
    static class EveryMorning {

        @Bean
        RecurringTask<Void> lookForWarnings(WarningJob job) {
            return Tasks.recurring("reporting-warnings", Schedules.daily(SWEDEN, IN_THE_MORNING))
                    .execute((instance, context) -> job.look());
        }
    }
}
