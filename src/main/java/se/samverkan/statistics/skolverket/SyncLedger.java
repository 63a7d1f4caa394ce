package se.samverkan.statistics.skolverket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.statistics.Sync.Counts;
import se.samverkan.statistics.Sync.Receipt;
import se.samverkan.statistics.Sync.Trouble;
import tools.jackson.databind.json.JsonMapper;

/** How fetches ended: their receipts, written once and read on the page and in the terminal. */
@Repository
class SyncLedger {

    private static final int MOST_TROUBLES = 500;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    SyncLedger(JdbcClient database, JdbcTemplate batches, JsonMapper json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    /** Counts the answers of a fetch by what came of them. */
    Counts answers(UUID run) {
        return database.sql("""
                select count(*) filter (where state = 'FETCHED') as fetched,
                    count(*) filter (where attempts > 1) as retried,
                    count(*) filter (where state = 'NOTHING') as nothing,
                    count(*) filter (where state = 'GIVEN_UP') as given_up
                from statistics.sync_answer where run = ?
                """)
                .param(run)
                .query((row, n) -> new Counts(
                        row.getLong("fetched"),
                        row.getLong("retried"),
                        row.getLong("nothing"),
                        row.getLong("given_up"),
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0))
                .single();
    }

    /** Ends a fetch whose answers are taken in; the answers themselves are thrown away, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(UUID run, Counts counts, List<Refused> refused) {
        int[] number = {0};
        batches.batchUpdate("""
                insert into statistics.sync_refusal (run, number, path, field, value, reason) values (?, ?, ?, ?, ?, ?)
                """, refused, 500, (statement, each) -> {
            statement.setObject(1, run);
            statement.setInt(2, ++number[0]);
            statement.setString(3, each.path());
            statement.setString(4, each.field());
            statement.setString(5, each.value());
            statement.setString(6, each.rule());
        });
        database.sql("delete from statistics.sync_answer where run = ? and state in ('FETCHED', 'NOTHING')")
                .param(run)
                .update();
        database.sql("""
                update statistics.sync_run set ended_at = clock_timestamp(), outcome = 'DONE', report = ?::jsonb
                where id = ?
                """).params(json.writeValueAsString(counts), run).update();
    }

    /**
     * Ends a fetch that cannot go on; its answers stay for the next try.
     *
     * @return the reason again
     */
    @Transactional
    public Optional<String> failed(UUID run, String reason, List<String> details) {
        database.sql("""
                update statistics.sync_run
                set ended_at = clock_timestamp(), outcome = 'FAILED', reason = ?, details = ?::jsonb
                where id = ? and ended_at is null
                """).params(reason, json.writeValueAsString(details), run).update();
        return Optional.of(reason);
    }

    Optional<Receipt> find(UUID run) {
        return database.sql("select * from statistics.sync_run where id = ?")
                .param(run)
                .query(this::receipt)
                .optional();
    }

    List<Receipt> newest(int most) {
        return database.sql("select * from statistics.sync_run order by started_at desc limit ?")
                .param(most)
                .query((row, n) -> receipt(row, reported(row), 0, List.of()))
                .list();
    }

    private Receipt receipt(ResultSet row, int n) throws SQLException {
        UUID run = row.getObject("id", UUID.class);
        boolean done = "DONE".equals(row.getString("outcome"));
        Counts counts = done ? reported(row) : answers(run);
        long asked = done ? counts.fetched() + counts.nothing() + counts.givenUp() : asked(run);
        return receipt(row, counts, asked, troubles(run));
    }

    private Counts reported(ResultSet row) throws SQLException {
        return "DONE".equals(row.getString("outcome"))
                ? json.readValue(row.getString("report"), Counts.class)
                : Counts.NONE;
    }

    private Receipt receipt(ResultSet row, Counts counts, long asked, List<Trouble> troubles) throws SQLException {
        return new Receipt(
                row.getObject("id", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(time -> Instant.ofEpochMilli(time.getTime())),
                row.getString("outcome"),
                row.getString("reason"),
                details(row.getString("details")),
                row.getInt("taken_up"),
                asked,
                counts,
                troubles);
    }

    /** Answers that were taken in are thrown away, so this is known from the journal only while a fetch goes on. */
    private long asked(UUID run) {
        return database.sql("select count(*) from statistics.sync_answer where run = ?")
                .param(run)
                .query(Long.class)
                .single();
    }

    private List<Trouble> troubles(UUID run) {
        return database.sql("""
                select path, '' as field, '' as value, 'reason.' || reason as reason, details::text
                from statistics.sync_answer where run = :run and state = 'GIVEN_UP'
                union all
                select path, field, value, 'rule.' || reason, '[]' from statistics.sync_refusal where run = :run
                order by path, field limit :most
                """)
                .param("run", run)
                .param("most", MOST_TROUBLES)
                .query((row, n) -> new Trouble(
                        row.getString("path"),
                        row.getString("field"),
                        row.getString("value"),
                        row.getString("reason"),
                        details(row.getString("details"))))
                .list();
    }

    private List<String> details(@Nullable String written) {
        return written == null ? List.of() : List.of(json.readValue(written, String[].class));
    }
}
