package se.samverkan.records.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.Disposal;

/**
 * What the log knows of records that nothing has happened to for long: names, and values before and after. That something
 * was done, when and by whom stays in the chain.
 */
@Component
class LogValues implements RetentionSource {

    private static final String BETWEEN = "/";

    private final JdbcClient database;
    private final Disposal disposal;

    LogValues(JdbcClient database, Disposal disposal) {
        this.database = database;
        this.disposal = disposal;
    }

    @Override
    public String kind() {
        return "log-values";
    }

    @Override
    public List<Due> due(LocalDate restedBy, int most) {
        return database.sql("select subject_type, subject_id, name, rested_on from records.log_at_rest(?, ?)")
                .params(restedBy, most)
                .query((row, n) -> new Due(
                        row.getString("subject_type") + BETWEEN + row.getString("subject_id"),
                        row.getString("name") == null ? "" : row.getString("name"),
                        row.getObject("rested_on", LocalDate.class)))
                .list();
    }

    @Override
    public void dispose(Collection<String> items) {
        items.stream().sorted().forEach(item -> {
            int between = item.indexOf(BETWEEN);
            disposal.dispose(item.substring(0, between), item.substring(between + 1));
        });
    }
}
