package se.samverkan.notice.webhook;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is on its way to organisations' own systems, taken so that one copy of the application delivers it. */
@Repository
class Deliveries {

    private static final Duration HOLD = Duration.ofMinutes(10);
    private static final TypeReference<Map<String, String>> IDS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    Deliveries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * One event on its way to one system.
     *
     * @param secret what it is signed by
     * @param formerSecret what it is signed by too, while the system may not have changed yet
     * @param key the number of the event, the same however often it is tried
     */
    record Waiting(
            long id,
            long webhook,
            long organisation,
            String url,
            byte[] secret,
            UUID key,
            String kind,
            Map<String, String> about,
            Instant toldAt,
            int attempts,
            byte @Nullable [] formerSecret) {

        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    List<Waiting> claim(Instant now, int most) {
        return database.sql("select * from notice.claim_deliveries(?, ?, ?)")
                .params(Timestamp.from(now), Timestamp.from(now.plus(HOLD)), most)
                .query((row, n) -> new Waiting(
                        row.getLong("id"),
                        row.getLong("webhook"),
                        row.getLong("organisation"),
                        row.getString("url"),
                        row.getBytes("secret"),
                        row.getObject("key", UUID.class),
                        row.getString("kind"),
                        json.readValue(row.getString("about"), IDS),
                        row.getTimestamp("told_at").toInstant(),
                        row.getInt("attempts"),
                        row.getBytes("former_secret")))
                .list();
    }

    void delivered(Waiting one, int status, Instant now) {
        database.sql("select notice.delivered(?, ?, ?)")
                .params(one.id(), status, Timestamp.from(now))
                .query((row, n) -> one)
                .list();
    }

    /**
     * Not delivered, and why.
     *
     * @param status what the system answered, null where it did not
     * @param next when it is tried again; null where it is given up
     * @param mostFailures after how many failures in a row the system is left in peace
     * @return whether it has just been paused
     */
    boolean undelivered(
            Waiting one,
            @Nullable Integer status,
            String problem,
            @Nullable Instant next,
            int mostFailures,
            Instant now) {
        return database.sql("select notice.undelivered(:id, :status, :problem, :next, :most, :at)")
                .param("id", one.id())
                .param("status", status)
                .param("problem", problem)
                .param("next", next == null ? null : Timestamp.from(next))
                .param("most", mostFailures)
                .param("at", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    void letFall(Instant now, Instant tooOld) {
        database.sql("select notice.let_deliveries_fall(?, ?)")
                .params(Timestamp.from(now), Timestamp.from(tooOld))
                .query((row, n) -> now)
                .list();
    }
}
