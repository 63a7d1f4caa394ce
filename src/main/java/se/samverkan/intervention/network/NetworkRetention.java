package se.samverkan.intervention.network;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.retention.RestingItems;
import se.samverkan.records.retention.RetentionSource;

/** Network meetings that have been, with who was asked to them. */
@Component
class NetworkRetention implements RetentionSource {

    private final RestingItems items;

    NetworkRetention(JdbcClient database) {
        this.items = new RestingItems(database, "intervention.networks_at_rest", "intervention.dispose_networks");
    }

    @Override
    public String kind() {
        return "network-meetings";
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
