package se.samverkan.records.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.records.retention.RetentionSource.Due;

/**
 * What rests in a room, by two functions of its schema: one that tells what has rested by a day (id, title, rested_on), and one that
 * disposes of some by their ids. Both check themselves that the actor disposes of records.
 */
public final class RestingItems {

    private final JdbcClient database;
    private final String atRest;
    private final String dispose;

    /**
     * @param atRest the name of the function that tells: {@code room.things_at_rest}
     * @param dispose the name of the one that disposes: {@code room.dispose_things}
     */
    public RestingItems(JdbcClient database, String atRest, String dispose) {
        this.database = database;
        this.atRest = "select id, title, rested_on from " + atRest + "(?, ?)";
        this.dispose = "select " + dispose + "(?)";
    }

    public List<Due> due(LocalDate restedBy, int most) {
        return database.sql(atRest)
                .params(restedBy, most)
                .query((row, n) -> new Due(
                        row.getString("id"), row.getString("title"), row.getObject("rested_on", LocalDate.class)))
                .list();
    }

    public void dispose(Collection<String> items) {
        database.sql(dispose)
                .param(items.stream().map(Long::valueOf).toArray(Long[]::new))
                .query(row -> {});
    }
}
