package se.samverkan.access.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samverkan.access.ActingAs;

/**
 * Replaces, twice a day, the names that have had their time (storage limitation, article 5.1 e of the GDPR): of those who
 * were removed, once that can no longer be undone; of those who have left, when nobody needs to know any more who it was.
 * The service person <i>system</i> does it, and the log says so.
 */
@Configuration(proxyBeanMethods = false)
class OutlivedNames {

    /** So few at a time that nobody waits long for the log. */
    private static final int AT_A_TIME = 100;

    @Bean
    RecurringTask<Void> replaceOutlivedNames(ActingAs actingAs, PeopleManagement people, LeaverSettings settings) {
        return Tasks.recurring("access-outlived-names", FixedDelay.ofHours(12)).execute((instance, context) -> {
            boolean more = true;
            while (more) {
                more = actingAs.system(() -> people.pseudonymiseOutlived(settings.days(), AT_A_TIME)) == AT_A_TIME;
            }
        });
    }
}
