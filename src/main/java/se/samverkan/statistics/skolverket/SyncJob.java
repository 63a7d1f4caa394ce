package se.samverkan.statistics.skolverket;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samverkan.access.ActingAs;
import se.samverkan.shared.Progress;
import se.samverkan.statistics.WorkLock;

/**
 * The job that fetches in the background, with the rights that the person who started it has when it runs. The process
 * that runs it may die: another one, or the next start, takes it up where it was.
 */
@Configuration(proxyBeanMethods = false)
class SyncJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("sync");

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(5);

    @Bean
    Task<Void> syncTask(SkolverketSync sync, SyncJournal journal, WorkLock lock, ActingAs actingAs) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(BEFORE_ANOTHER_TRY))
                .execute((instance, context) -> {
                    UUID run = UUID.fromString(instance.getId());
                    if (journal.unfinished().filter(run::equals).isPresent()) {
                        fetch(run, sync, journal, lock, actingAs);
                    }
                });
    }

    private static void fetch(UUID run, SkolverketSync sync, SyncJournal journal, WorkLock lock, ActingAs actingAs) {
        try (var held =
                lock.take(WorkLock.SYNC).orElseThrow(() -> new IllegalStateException("another process is fetching"))) {
            long person = journal.personOf(run);
            actingAs.person(person, () -> sync.finish(run, Progress.Watcher.NOBODY));
        }
    }
}
