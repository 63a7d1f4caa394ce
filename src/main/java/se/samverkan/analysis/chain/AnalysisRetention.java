package se.samverkan.analysis.chain;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.records.retention.RestingRows;
import se.samverkan.records.retention.RetentionSource;

/** What does not stand any more in analyses that nobody has written in for long. */
@Configuration(proxyBeanMethods = false)
class AnalysisRetention {

    @Bean
    RetentionSource analysisTextsAtRest(JdbcClient database) {
        return new RestingRows(
                database, "analysis-working-texts", "analysis.working_texts_at_rest", "analysis.dispose_working_texts");
    }
}
