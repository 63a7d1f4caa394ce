package se.samverkan.shared;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that a form that is sent twice counts once: somebody clicks twice, or sends it again when the answer did not
 * come through.
 *
 * <p>The form carries a token. It is claimed in the same transaction as the deed, so the second one waits for the first
 * and then gets its answer; when the deed is refused, or the machine dies, the claim is undone with it and the form can be
 * sent again.
 */
@Component
public class SentForms {

    private static final String ME = "coalesce(nullif(current_setting('samverkan.person', true), ''), '0')::bigint";
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final JdbcClient database;

    SentForms(JdbcClient database) {
        this.database = database;
    }

    /**
     * Does the deed unless this form has done it already.
     *
     * @param token what the form carries
     * @param deed what to do; answers where to go then
     * @return where the first one led
     */
    @Transactional
    public String once(UUID token, Supplier<String> deed) {
        int claimed = database.sql("insert into shared.sent_form (token) values (?) on conflict do nothing")
                .param(token)
                .update();
        if (claimed == 0) {
            return database.sql("select answer from shared.sent_form where token = ? and person = " + ME)
                    .param(token)
                    .query(String.class)
                    .optional()
                    .orElseThrow(Refusal::notSeen);
        }
        String answer = deed.get();
        database.sql("update shared.sent_form set answer = ? where token = ? and person = " + ME)
                .params(answer, token)
                .update();
        return answer;
    }

    /** Whether the actor's form with this token has done its deed. */
    @Transactional(readOnly = true)
    public boolean isSent(UUID token) {
        return database.sql("select exists (select from shared.sent_form where token = ? and person = " + ME + ")")
                .param(token)
                .query(Boolean.class)
                .single();
    }

    /** Forgets old forms; nobody sends one again after a week. */
    @Configuration(proxyBeanMethods = false)
    static class Forgetting {

        @Bean
        RecurringTask<Void> forgetSentForms(JdbcClient database) {
            return Tasks.recurring("forget-sent-forms", FixedDelay.of(Duration.ofHours(6)))
                    .execute((instance, context) -> database.sql(
                                    "delete from shared.sent_form where sent_at < now() - make_interval(days => ?)")
                            .param((int) REMEMBERED.toDays())
                            .update());
        }
    }
}
