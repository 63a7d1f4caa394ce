package se.samverkan.statistics.likeness;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samverkan.shared.Progress;
import se.samverkan.statistics.DataVersion;

/**
 * Looks every few seconds whether figures or registers have changed, and computes similar units when they have been still
 * since the last look and no long work goes on: many files, or an invented country, are followed by one computation, not
 * by many. What is missed by a stop is seen at the next start.
 */
@Configuration(proxyBeanMethods = false)
class ComputationTask {

    @Bean
    RecurringTask<Void> similarUnitsTask(Computation computation, DataVersion version, Progress progress) {
        AtomicLong lastSeen = new AtomicLong(-1);
        return Tasks.recurring("similar-units", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> {
                    DataVersion.State state = version.read();
                    boolean still = lastSeen.getAndSet(state.figures()) == state.figures();
                    if (still && state.bands() < state.figures() && isQuiet(progress)) {
                        computation.catchUp();
                    }
                });
    }

    private static boolean isQuiet(Progress progress) {
        return progress.newest().stream().allMatch(work -> work.outcome().isPresent());
    }
}
