package se.samverkan.intervention.delivery;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.retention.RestingItems;
import se.samverkan.records.retention.RetentionSource;

/** The names of those who took part in commissions that ended long ago; a number then stands in their place. */
@Component
class ParticipantRetention implements RetentionSource {

    private final RestingItems items;

    ParticipantRetention(JdbcClient database) {
        this.items =
                new RestingItems(database, "intervention.participants_at_rest", "intervention.dispose_participants");
    }

    @Override
    public String kind() {
        return "commission-participants";
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
