package se.samverkan.access.session;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Throws away, every hour, what has had its time: ended sessions, challenges, held forms, counted attempts. */
@Configuration(proxyBeanMethods = false)
class Sweeping {

    @Bean
    RecurringTask<Void> sweepSessions(JdbcClient database) {
        return Tasks.recurring("access-sweep", FixedDelay.ofHours(1))
                .execute((instance, context) ->
                        database.sql("select access.sweep()").query(row -> {}));
    }
}
