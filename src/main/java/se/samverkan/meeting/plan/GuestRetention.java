package se.samverkan.meeting.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.retention.RetentionSource;

/** The names and addresses of people from outside, of meetings that are over since long. */
@Component
class GuestRetention implements RetentionSource {

    private final JdbcClient database;

    GuestRetention(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "meeting-guests";
    }

    @Override
    public List<Due> due(LocalDate restedBy, int most) {
        return database.sql("select id, title, rested_on from meeting.guests_at_rest(?, ?)")
                .params(restedBy, most)
                .query((row, n) -> new Due(
                        row.getString("id"), row.getString("title"), row.getObject("rested_on", LocalDate.class)))
                .list();
    }

    @Override
    public void dispose(Collection<String> items) {
        database.sql("select meeting.dispose_guests(?)")
                .param(items.stream().map(Long::valueOf).toArray(Long[]::new))
                .query(row -> {});
    }
}
