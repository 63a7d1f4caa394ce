package se.samverkan.meeting.minutes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.records.retention.RestingRows;
import se.samverkan.records.retention.RetentionSource;

/** Working material of meetings that were closed long ago. */
@Configuration(proxyBeanMethods = false)
class WorkingNoteRetention {

    @Bean
    RetentionSource workingNotesAtRest(JdbcClient database) {
        return new RestingRows(
                database, "meeting-working-notes", "meeting.working_notes_at_rest", "meeting.dispose_working_notes");
    }
}
