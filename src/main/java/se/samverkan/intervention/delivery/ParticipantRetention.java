package se.samverkan.intervention.delivery;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.retention.RetentionSource;

/** The names of those who took part in commissions that ended long ago; a number then stands in their place. */
@Component
class ParticipantRetention implements RetentionSource {

    private final JdbcClient database;

    ParticipantRetention(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "commission-participants";
    }

    @Override
    public List<Due> due(LocalDate restedBy, int most) {
        return database.sql("select id, title, rested_on from intervention.participants_at_rest(?, ?)")
                .params(restedBy, most)
                .query((row, n) -> new Due(
                        row.getString("id"), row.getString("title"), row.getObject("rested_on", LocalDate.class)))
                .list();
    }

    @Override
    public void dispose(Collection<String> items) {
        database.sql("select intervention.dispose_participants(?)")
                .param(items.stream().map(Long::valueOf).toArray(Long[]::new))
                .query(row -> {});
    }
}
