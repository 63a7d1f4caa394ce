package se.samverkan.partnership.closing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.samverkan.access.ActingAs;
import se.samverkan.partnership.closing.Archiving.Asked;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;

/**
 * Makes the archive packages that wait. The rows that wait are the queue: where the process dies between the decision and the
 * package, or in the middle of it, the next one finds the row and begins anew. A package that cannot be made says why.
 */
@Component
public class ArchiveJob {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveJob.class);
    private static final String FAILED = "partnership.closing.archive.failed";

    private final Archiving archiving;
    private final ActingAs acting;
    private final Progress progress;

    ArchiveJob(Archiving archiving, ActingAs acting, Progress progress) {
        this.archiving = archiving;
        this.acting = acting;
        this.progress = progress;
    }

    /** Makes those that wait, one after another. */
    public void makeWaiting() {
        acting.system(archiving::waiting).forEach(this::make);
    }

    private void make(Asked asked) {
        Progress.Running running = progress.start("archive", asked.askedBy());
        boolean begun = acting.system(() -> archiving.begin(asked.partnership(), running.id()));
        if (!begun) {
            running.failed(FAILED);
            return;
        }
        try {
            acting.person(asked.askedBy(), () -> {
                archiving.pack(asked.partnership(), running);
                return true;
            });
            running.done();
        } catch (Refusal refusal) {
            acting.person(asked.askedBy(), () -> {
                archiving.refuse(asked.partnership(), refusal.reason());
                return true;
            });
            running.failed(refusal.reason());
        } catch (RuntimeException again) {
            LOG.warn("the archive package of case {} could not be made; it is tried again", asked.partnership(), again);
            running.failed("partnership.closing.archive.again");
        }
    }

    /** Looks for packages to make, whichever copy comes first. */
    @Configuration(proxyBeanMethods = false)
    static class Often {

        private static final Duration BETWEEN = Duration.ofSeconds(10);

        @Bean
        RecurringTask<Void> makeArchivePackages(ArchiveJob job) {
            return Tasks.recurring("partnership-archive", Schedules.fixedDelay(BETWEEN))
                    .execute((instance, context) -> job.makeWaiting());
        }
    }
}
