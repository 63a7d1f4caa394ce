package se.samverkan.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the progress of long work in the database, each report in a transaction of its own on a connection of its own,
 * so that it is seen while the work's transaction goes on and stays when that is rolled back.
 */
@Component
class ProgressLog implements Progress {

    /** Reports closer together than this are left out, unless a new step begins. */
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);

    private static final String STATE = """
            id, work, started_at, step, done, coalesce(total, 0) as total,
                coalesce(outcome, case when touched_at < clock_timestamp() - interval '5 minutes'
                                       then 'STOPPED' end) as outcome,
                message ->> 'reason' as reason
            from shared.progress
            """;

    private final JdbcClient database;
    private final TransactionTemplate apart;

    ProgressLog(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Running start(String work, long person) {
        UUID id = UUID.randomUUID();
        write("insert into shared.progress (id, work, started_by) values (?, ?, ?)", id, work, person);
        return new Reports(id);
    }

    /** Work that was neither ended nor heard of for five minutes has died with its machine. */
    @Override
    public List<State> newest() {
        return database.sql("select distinct on (work) " + STATE + " order by work, started_at desc")
                .query(ProgressLog::state)
                .list();
    }

    @Override
    public Optional<State> find(UUID id) {
        return database.sql("select " + STATE + " where id = ?")
                .param(id)
                .query(ProgressLog::state)
                .optional();
    }

    private static State state(ResultSet row, int number) throws SQLException {
        return new State(
                row.getObject("id", UUID.class),
                row.getString("work"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("step"),
                row.getLong("done"),
                row.getLong("total"),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("reason")));
    }

    private void write(String sql, @Nullable Object... values) {
        apart.executeWithoutResult(status -> database.sql(sql).params(values).update());
    }

    /** The reports of one piece of work; one thread at a time makes them. */
    private final class Reports implements Running {

        private final UUID id;
        private String step = "";
        private long reported;

        Reports(UUID id) {
            this.id = id;
        }

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public void at(String step, long done, long total) {
            long now = System.nanoTime();
            boolean last = total > 0 && done == total;
            if (step.equals(this.step) && !last && now - reported < BETWEEN_REPORTS.toNanos()) {
                return;
            }
            this.step = step;
            this.reported = now;
            write("""
                    update shared.progress set step = ?, done = ?, total = nullif(?, 0), touched_at = clock_timestamp()
                    where id = ?
                    """, step, done, total, id);
        }

        @Override
        public void done() {
            write("update shared.progress set outcome = 'DONE', ended_at = clock_timestamp() where id = ?", id);
        }

        @Override
        public void failed(String reason) {
            write("""
                    update shared.progress set outcome = 'FAILED', ended_at = clock_timestamp(),
                           message = jsonb_build_object('reason', ?::text)
                    where id = ?
                    """, reason, id);
        }
    }
}
