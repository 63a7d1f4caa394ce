package se.samverkan.statistics.imports;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import se.samverkan.access.ActingAs;
import se.samverkan.statistics.WorkLock;

/**
 * The job that reads the files that wait, one after the other in the order they came, each with the rights that the person
 * who gave it has when it is read. The process that reads may die: the file still waits, and the next start reads it.
 */
@Configuration(proxyBeanMethods = false)
class ImportJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("import");

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(5);
    private static final Duration BEFORE_ANOTHER_LOOK = Duration.ofSeconds(1);

    @Bean
    Task<Void> importTask(FileImports imports, ReadingQueue queue, WorkLock lock, ActingAs acting, Clock clock) {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(BEFORE_ANOTHER_TRY))
                .execute((instance, context) -> {
                    Optional<WorkLock.Held> held = lock.take(WorkLock.IMPORTS);
                    if (held.isEmpty()) {
                        return (execution, operations) ->
                                operations.reschedule(execution, clock.instant().plus(BEFORE_ANOTHER_LOOK));
                    }
                    try (WorkLock.Held mine = held.get()) {
                        readAll(imports, queue, acting);
                    }
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    private static void readAll(FileImports imports, ReadingQueue queue, ActingAs acting) {
        for (Optional<ReadingQueue.Next> next = queue.next(); next.isPresent(); next = queue.next()) {
            ReadingQueue.Next file = next.get();
            if (acting.actor(file.person()).isEmpty()) {
                queue.forsake(file.receipt());
            } else {
                acting.person(file.person(), () -> {
                    imports.finish(file.receipt());
                    return true;
                });
            }
        }
    }

    /** Whatever the last process left; where nothing waits this costs one look. */
    @EventListener
    void goOn(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        ObjectProvider<SchedulerClient> jobs = context.getBeanProvider(SchedulerClient.class);
        if (context.getBean(ReadingQueue.class).next().isPresent()) {
            jobs.ifAvailable(client -> client.scheduleIfNotExists(
                    TASK.instance("start").build(), context.getBean(Clock.class).instant()));
        }
    }
}
