package se.samverkan.followup.report;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samverkan.access.ActingAs;

/** The job that prints reports, with the rights that whoever asked has when it runs. */
@Configuration(proxyBeanMethods = false)
class PrintJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("followup-reports");

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(30);

    @Bean
    Task<Void> printReportsTask(Printing printing, ActingAs acting) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(BEFORE_ANOTHER_TRY))
                .execute((instance, context) -> {
                    long run = Long.parseLong(instance.getId());
                    long person = printing.personOf(run);
                    if (acting.actor(person).isPresent()) {
                        acting.person(person, () -> {
                            printing.print(run);
                            return true;
                        });
                    }
                });
    }
}
