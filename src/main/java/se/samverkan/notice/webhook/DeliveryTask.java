package se.samverkan.notice.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few seconds for what is to be delivered. */
@Configuration(proxyBeanMethods = false)
class DeliveryTask {

    @Bean
    RecurringTask<Void> deliverToSystems(Delivering delivering) {
        return Tasks.recurring("notice-webhooks", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> delivering.all());
    }
}
