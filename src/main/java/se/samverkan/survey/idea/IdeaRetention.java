package se.samverkan.survey.idea;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.records.retention.RestingRows;
import se.samverkan.records.retention.RetentionSource;

/** What people wrote in idea rounds that were closed long ago. */
@Configuration(proxyBeanMethods = false)
class IdeaRetention {

    @Bean
    RetentionSource ideasAtRest(JdbcClient database) {
        return new RestingRows(database, "ideas", "survey.ideas_at_rest", "survey.dispose_ideas");
    }
}
