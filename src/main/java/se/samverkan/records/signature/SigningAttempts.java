package se.samverkan.records.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where it is kept that a signature has been asked for at the service, before the service is asked. */
@Repository
class SigningAttempts {

    private final JdbcClient database;

    SigningAttempts(JdbcClient database) {
        this.database = database;
    }

    /** A signature that has been asked for. */
    record Attempt(UUID id, long request, int position, int version, Instant begunAt) {}

    /** One that has no outcome, and whose it is. */
    record Open(UUID attempt, long person) {}

    /** Begins, or goes on with the one that is open: a signature is asked for under one id. */
    Attempt begin(UUID id, long request, int position, int version) {
        return open(request, position, version).orElseGet(() -> {
            database.sql("insert into records.signing_attempt (id, request, position, version) values (?, ?, ?, ?)")
                    .params(id, request, position, version)
                    .update();
            return find(id).orElseThrow();
        });
    }

    Optional<Attempt> open(long request, int position, int version) {
        return database.sql("""
                        select a.id, a.request, a.position, a.version, a.begun_at from records.signing_attempt a
                        where a.request = ? and a.position = ? and a.version = ?
                          and not exists (select from records.signing_outcome o where o.attempt = a.id)
                        order by a.begun_at limit 1
                        """)
                .params(request, position, version)
                .query((row, n) -> attempt(row))
                .optional();
    }

    Optional<Attempt> find(UUID id) {
        return database.sql("select id, request, position, version, begun_at from records.signing_attempt where id = ?")
                .param(id)
                .query((row, n) -> attempt(row))
                .optional();
    }

    private static Attempt attempt(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getLong("request"),
                row.getInt("position"),
                row.getInt("version"),
                row.getTimestamp("begun_at").toInstant());
    }

    /** @return false when its outcome was recorded already */
    boolean end(UUID id, boolean signed, String reason) {
        return database.sql(
                                "insert into records.signing_outcome (attempt, signed, reason) values (?, ?, ?) on conflict do nothing")
                        .params(id, signed, reason)
                        .update()
                == 1;
    }

    List<Open> withoutOutcome(Duration olderThan) {
        return database.sql("select attempt, person from records.attempts_without_outcome(make_interval(secs => ?))")
                .param(olderThan.toSeconds())
                .query(Open.class)
                .list();
    }
}
