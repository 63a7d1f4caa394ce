package se.samverkan.records.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A kind of thing that two functions of its room in the database know: one that tells what rests, with {@code id}, {@code title}
 * and {@code rested_on}, and one that disposes of those whose ids it is given. Both ask for the right themselves.
 */
public final class RestingRows implements RetentionSource {

    private final JdbcClient database;
    private final String kind;
    private final String resting;
    private final String disposing;

    public RestingRows(JdbcClient database, String kind, String resting, String disposing) {
        this.database = database;
        this.kind = kind;
        this.resting = resting;
        this.disposing = disposing;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Due> due(LocalDate restedBy, int most) {
        return database.sql("select id, title, rested_on from " + resting + "(?, ?)")
                .params(restedBy, most)
                .query((row, n) -> new Due(
                        row.getString("id"), row.getString("title"), row.getObject("rested_on", LocalDate.class)))
                .list();
    }

    @Override
    public void dispose(Collection<String> items) {
        database.sql("select " + disposing + "(?)")
                .param(items.stream().map(Long::valueOf).toArray(Long[]::new))
                .query(row -> {});
    }
}
