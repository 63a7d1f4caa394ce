package se.samverkan.records;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps room in the log for this year and the next. Should it not have run for a year, the first deed of the new year
 * makes its own room, at the price of a short wait for everybody.
 */
@Configuration(proxyBeanMethods = false)
class AuditPartitions {

    @Bean
    RecurringTask<Void> auditPartitionsAhead(JdbcClient database) {
        return Tasks.recurring("audit-partitions-ahead", FixedDelay.of(Duration.ofHours(12)))
                .execute((instance, context) ->
                        database.sql("call records.keep_partitions_ahead()").update());
    }
}
