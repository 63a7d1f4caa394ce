package se.samverkan.intervention.network;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.retention.RetentionSource;

/** Network meetings that have been, with who was asked to them. */
@Component
class NetworkRetention implements RetentionSource {

    private final JdbcClient database;

    NetworkRetention(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "network-meetings";
    }

    @Override
    public List<Due> due(LocalDate restedBy, int most) {
        return database.sql("select id, title, rested_on from intervention.networks_at_rest(?, ?)")
                .params(restedBy, most)
                .query((row, n) -> new Due(
                        row.getString("id"), row.getString("title"), row.getObject("rested_on", LocalDate.class)))
                .list();
    }

    @Override
    public void dispose(Collection<String> items) {
        database.sql("select intervention.dispose_networks(?)")
                .param(items.stream().map(Long::valueOf).toArray(Long[]::new))
                .query(row -> {});
    }
}
