package se.samverkan.statistics.demonstration;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Progress;
import se.samverkan.shared.database.DatabaseSettings;

/**
 * The job that fills an empty embedded database in the background, as soon as the pages are there. Never an external
 * one, and never one that is real. A fill that died goes on at the next start.
 */
@Configuration(proxyBeanMethods = false)
class DemonstrationJob {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationJob.class);
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("demonstration");
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(5);

    private final DemonstrationSettings settings;
    private final DatabaseSettings database;
    private final Installation installation;

    DemonstrationJob(DemonstrationSettings settings, DatabaseSettings database, Installation installation) {
        this.settings = settings;
        this.database = database;
        this.installation = installation;
    }

    @Bean
    Task<Void> demonstrationTask(Demonstration demonstration, ActingAs actingAs, Progress progress) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(BEFORE_ANOTHER_TRY))
                .execute((instance, context) -> actingAs.console(() -> {
                    fill(
                            demonstration,
                            progress.start("demonstration", Actor.current().person()));
                    return true;
                }));
    }

    private static void fill(Demonstration demonstration, Progress.Running progress) {
        try {
            demonstration.fill(progress);
            progress.done();
        } catch (RuntimeException e) {
            LOG.error("the invented country is not whole; it is tried again", e);
            progress.failed("statistics.demonstration.failed");
            throw e;
        }
    }

    @EventListener
    void fillWhatIsEmpty(ApplicationReadyEvent ready) {
        boolean mayFill = settings.fill() && database.embedded();
        if (!mayFill
                || installation.kind().filter(Installation.Kind.REAL::equals).isPresent()) {
            return;
        }
        var context = ready.getApplicationContext();
        if (!context.getBean(Demonstration.class).isWhole()) {
            installation.become(Installation.Kind.DEMONSTRATION);
            schedule(context.getBeanProvider(SchedulerClient.class), context.getBean(Clock.class));
        }
    }

    /** Where one that died still stands as running, it is its heart that decides when another takes it up. */
    private static void schedule(ObjectProvider<SchedulerClient> jobs, Clock clock) {
        jobs.getObject().scheduleIfNotExists(TASK.instance("country").build(), clock.instant());
    }
}
