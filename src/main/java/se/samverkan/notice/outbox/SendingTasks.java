package se.samverkan.notice.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the outbox is looked into: every few seconds, every minute for digests, and now and then to forget. */
@Configuration(proxyBeanMethods = false)
class SendingTasks {

    @Bean
    RecurringTask<Void> sendAtOnce(Sending sending) {
        return Tasks.recurring("notice-at-once", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> sending.atOnce());
    }

    @Bean
    RecurringTask<Void> sendOutside(OutsideSending sending) {
        return Tasks.recurring("notice-outside", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> sending.send());
    }

    @Bean
    RecurringTask<Void> sendDigests(Sending sending) {
        return Tasks.recurring("notice-digests", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> sending.digests());
    }

    @Bean
    RecurringTask<Void> forgetNotices(Sending sending) {
        return Tasks.recurring("notice-forget", FixedDelay.ofHours(12))
                .execute((instance, context) -> sending.forget());
    }
}
