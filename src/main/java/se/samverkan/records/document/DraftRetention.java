package se.samverkan.records.document;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.records.retention.RestingRows;
import se.samverkan.records.retention.RetentionSource;

/** Documents that were neither adopted nor shared, and that nobody has written in for long. */
@Configuration(proxyBeanMethods = false)
class DraftRetention {

    @Bean
    RetentionSource draftsAtRest(JdbcClient database) {
        return new RestingRows(database, "document-drafts", "records.drafts_at_rest", "records.dispose_drafts");
    }
}
