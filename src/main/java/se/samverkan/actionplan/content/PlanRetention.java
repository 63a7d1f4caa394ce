package se.samverkan.actionplan.content;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.records.retention.RestingRows;
import se.samverkan.records.retention.RetentionSource;

/** What does not stand any more in plans that nobody has written in for long. */
@Configuration(proxyBeanMethods = false)
class PlanRetention {

    @Bean
    RetentionSource planTextsAtRest(JdbcClient database) {
        return new RestingRows(
                database, "plan-working-texts", "actionplan.working_texts_at_rest", "actionplan.dispose_working_texts");
    }
}
