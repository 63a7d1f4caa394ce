package se.samverkan.statistics.skolverket;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a fetch has asked and been answered so far. Each answer is kept until all have come, so that a restart in the
 * middle asks only for the rest; what was taken in is thrown away, what was given up stays with its reason.
 */
@Repository
class SyncJournal {

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    SyncJournal(JdbcClient database, JdbcTemplate batches, JsonMapper json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    /**
     * Begins a fetch, or finds the one that has not ended. One that failed within hours is opened again, so that what it
     * fetched is not asked for twice.
     */
    @Transactional
    public UUID begin(long person) {
        return unfinished()
                .or(this::reopened)
                .orElseGet(
                        () -> database.sql("""
                insert into statistics.sync_run (person) values (?) returning id
                """).param(person).query(UUID.class).single());
    }

    Optional<UUID> unfinished() {
        return database.sql("select id from statistics.sync_run where ended_at is null")
                .query(UUID.class)
                .optional();
    }

    private Optional<UUID> reopened() {
        return database.sql("""
                update statistics.sync_run set ended_at = null, outcome = null, reason = null, details = '[]'
                where id = (select id from statistics.sync_run order by started_at desc limit 1)
                  and outcome = 'FAILED' and ended_at > now() - interval '12 hours'
                returning id
                """).query(UUID.class).optional();
    }

    long personOf(UUID run) {
        return database.sql("select person from statistics.sync_run where id = ?")
                .param(run)
                .query(Long.class)
                .single();
    }

    /** Counts how often the work was taken up, and lets what was given up then be asked again. */
    @Transactional
    public void takeUp(UUID run) {
        database.sql("update statistics.sync_run set taken_up = taken_up + 1 where id = ?")
                .param(run)
                .update();
        database.sql("""
                update statistics.sync_answer set state = 'WAITING', reason = null, details = '[]'
                where run = ? and state = 'GIVEN_UP'
                """).param(run).update();
    }

    /** Notes what is to be asked; what is noted already stays as it is. */
    @Transactional
    public void plan(UUID run, Collection<Question> questions) {
        batches.batchUpdate("""
                insert into statistics.sync_answer (run, path, kind, unit) values (?, ?, ?, ?) on conflict do nothing
                """, questions, AT_ONCE, (statement, question) -> {
            statement.setObject(1, run);
            statement.setString(2, question.path());
            statement.setString(3, question.kind().name());
            statement.setString(4, question.unit());
        });
    }

    List<Question> waiting(UUID run) {
        return database.sql("""
                select kind, path, unit from statistics.sync_answer where run = ? and state = 'WAITING' order by path
                """)
                .param(run)
                .query((row, n) ->
                        new Question(Kind.valueOf(row.getString("kind")), row.getString("path"), row.getString("unit")))
                .list();
    }

    /** Keeps answers, all of them or none. */
    @Transactional
    public void keep(UUID run, Collection<Answered> answers) {
        batches.batchUpdate("""
                update statistics.sync_answer set state = ?, attempts = ?, body = ?, reason = ?, details = ?::jsonb
                where run = ? and path = ?
                """, answers, AT_ONCE, (statement, answered) -> {
            Answer answer = answered.answer();
            Answer.GivenUp givenUp = answer instanceof Answer.GivenUp given ? given : null;
            statement.setString(1, state(answer));
            statement.setInt(2, answer.attempts());
            statement.setBytes(3, answer instanceof Answer.Body body ? packed(body.json()) : null);
            statement.setString(4, givenUp == null ? null : givenUp.reason());
            statement.setString(5, json.writeValueAsString(givenUp == null ? List.of() : givenUp.details()));
            statement.setObject(6, run);
            statement.setString(7, answered.question().path());
        });
    }

    private static String state(Answer answer) {
        return switch (answer) {
            case Answer.Body _ -> "FETCHED";
            case Answer.Nothing _ -> "NOTHING";
            case Answer.GivenUp _ -> "GIVEN_UP";
        };
    }

    /** Hands over every answer of a kind that came, one at a time, in the order of their addresses. */
    void eachOf(UUID run, Kind kind, BiConsumer<Question, byte[]> reader) {
        database.sql("""
                select path, unit, body from statistics.sync_answer
                where run = ? and kind = ? and state = 'FETCHED' order by path
                """).param(run).param(kind.name()).withFetchSize(AT_ONCE).query(row -> {
            reader.accept(
                    new Question(kind, row.getString("path"), row.getString("unit")), unpacked(row.getBytes("body")));
        });
    }

    /** Whether any answer of a kind is something else than that there is nothing: it came, or is not known. */
    boolean hasOtherThanNothing(UUID run, Kind kind) {
        return database.sql("""
                select exists (select from statistics.sync_answer where run = ? and kind = ? and state <> 'NOTHING')
                """).params(run, kind.name()).query(Boolean.class).single();
    }

    /** The reason why one answer was given up, if it was. */
    Optional<Answer.GivenUp> givenUp(UUID run, String path) {
        return database.sql("""
                select reason, details, attempts from statistics.sync_answer
                where run = ? and path = ? and state = 'GIVEN_UP'
                """)
                .params(run, path)
                .query((row, n) -> new Answer.GivenUp(
                        row.getString("reason"), list(row.getString("details")), row.getInt("attempts")))
                .optional();
    }

    List<String> list(String written) {
        return List.of(json.readValue(written, String[].class));
    }

    /** A question with what came of it. */
    record Answered(Question question, Answer answer) {}

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] body) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(new String(body, StandardCharsets.ISO_8859_1), e);
        }
    }
}
