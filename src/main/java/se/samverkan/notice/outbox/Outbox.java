package se.samverkan.notice.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What waits to be sent, taken so that one copy of the application sends it; through the doors that the database has. */
@Repository
class Outbox {

    /** Longer than the sending of what is taken at a time can be. */
    private static final Duration HOLD = Duration.ofMinutes(15);

    private static final TypeReference<Map<String, String>> IDS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    Outbox(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Something that one person is to be told.
     *
     * @param attempts how often it has been tried
     */
    record Waiting(long id, long person, String kind, Map<String, String> about, int attempts) {}

    List<Waiting> claim(Instant now, int most) {
        return database.sql("select * from notice.claim(?, ?, ?)")
                .params(Timestamp.from(now), Timestamp.from(now.plus(HOLD)), most)
                .query(this::waiting)
                .list();
    }

    List<Waiting> claimDigest(long person, Instant now) {
        return database.sql("select * from notice.claim_digest(?, ?, ?)")
                .params(person, Timestamp.from(now), Timestamp.from(now.plus(HOLD)))
                .query(this::waiting)
                .list();
    }

    private Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getLong("person"),
                row.getString("kind"),
                json.readValue(row.getString("about"), IDS),
                row.getInt("attempts"));
    }

    List<Long> digestsDue(Instant now, int most) {
        return database.sql("select notice.digests_due(?, ?)")
                .params(Timestamp.from(now), most)
                .query(Long.class)
                .list();
    }

    void sent(Collection<Waiting> rows, Letter letter, Instant now, boolean withWords) {
        database.sql("""
                        select notice.sent(:rows, :key, :person, :urgency, :language, :edition, :at, :subject, :text)
                        """)
                .param("rows", ids(rows))
                .param("key", letter.key())
                .param("person", letter.person())
                .param("urgency", letter.urgency().name())
                .param("language", letter.locale().getLanguage())
                .param("edition", letter.edition())
                .param("at", Timestamp.from(now))
                .param("subject", withWords ? letter.subject() : null)
                .param("text", withWords ? letter.text() : null)
                .query((row, n) -> letter.key())
                .list();
    }

    /** Nothing will be sent: {@code NOT_SEEN} or {@code GIVEN_UP}, and why. */
    void ended(Collection<Waiting> rows, String state, @Nullable String problem, Instant now) {
        call("select notice.ended(?, ?, ?, ?)", ids(rows), state, problem, Timestamp.from(now));
    }

    void again(Collection<Waiting> rows, String problem, Instant next) {
        call("select notice.again(?, ?, ?)", ids(rows), problem, Timestamp.from(next));
    }

    void givenBack(Collection<Waiting> rows) {
        call("select notice.given_back(?)", (Object) ids(rows));
    }

    void letFall(Instant now, Instant tooOld) {
        call("select notice.let_fall(?, ?)", Timestamp.from(now), Timestamp.from(tooOld));
    }

    void forget(Instant before) {
        call("select notice.forget(?)", Timestamp.from(before));
    }

    private void call(String sql, @Nullable Object... values) {
        database.sql(sql).params(values).query((row, n) -> sql).list();
    }

    private static Long[] ids(Collection<Waiting> rows) {
        return rows.stream().map(Waiting::id).toArray(Long[]::new);
    }
}
