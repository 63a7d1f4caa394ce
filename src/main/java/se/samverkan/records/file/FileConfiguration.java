package se.samverkan.records.file;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The settings of files, and the job that forgets what was sent with forms that nobody took up again. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FileSettings.class, ClamAv.class})
class FileConfiguration {

    private static final int HOURS = 24;

    @Bean
    RecurringTask<Void> forgetHeldFiles(JdbcClient database) {
        return Tasks.recurring("forget-held-files", FixedDelay.of(Duration.ofHours(HOURS / 4)))
                .execute((instance, context) -> database.sql("select records.forget_held_files(?)")
                        .param(HOURS)
                        .query(Long.class)
                        .single());
    }
}
