package se.samverkan.evaluation.run;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The job that computes evaluations in the background; one that was cut off is taken up at the next start. */
@Configuration(proxyBeanMethods = false)
class EvaluationJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("evaluation");

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(5);

    @Bean
    Task<Void> evaluationTask(Finishing finishing) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(BEFORE_ANOTHER_TRY))
                .execute((instance, context) -> finishing.finish(Long.parseLong(instance.getId())));
    }

    /** Whatever the last process left; where nothing waits this costs one look. */
    @EventListener
    void goOnEvaluating(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        ObjectProvider<SchedulerClient> jobs = context.getBeanProvider(SchedulerClient.class);
        context.getBean(StoredRuns.class)
                .waiting()
                .forEach(run -> jobs.ifAvailable(client -> client.scheduleIfNotExists(
                        TASK.instance(Long.toString(run.id())).build(),
                        context.getBean(Clock.class).instant())));
    }
}
