package se.samverkan.meeting.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.retention.RestingItems;
import se.samverkan.records.retention.RetentionSource;

/** The names and addresses of people from outside, of meetings that are over since long. */
@Component
class GuestRetention implements RetentionSource {

    private final RestingItems items;

    GuestRetention(JdbcClient database) {
        this.items = new RestingItems(database, "meeting.guests_at_rest", "meeting.dispose_guests");
    }

    @Override
    public String kind() {
        return "meeting-guests";
    }

    @Override
    public List<Due> due(LocalDate restedBy, int most) {
        return items.due(restedBy, most);
    }

    @Override
    public void dispose(Collection<String> wanted) {
        items.dispose(wanted);
    }
}
