package se.samverkan.access.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;

/**
 * Where sessions are kept: in the database, so that any copy of the application knows them, read by the digest of the
 * token.
 *
 * <p>A session found is remembered for a few seconds, with its person, so that a page with many requests asks once; what
 * is revoked bites within those seconds. Nothing here may run inside a transaction of a door: it would wait for a second
 * connection while holding the first.
 */
@Repository
class Sessions {

    private static final int MOST_REMEMBERED = 20_000;

    private final JdbcClient database;
    private final ActingAs actingAs;
    private final SessionSettings settings;
    private final Cache<ByteBuffer, Optional<Session>> remembered;

    Sessions(JdbcClient database, ActingAs actingAs, SessionSettings settings) {
        this.database = database;
        this.actingAs = actingAs;
        this.settings = settings;
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(settings.remembered())
                .maximumSize(MOST_REMEMBERED)
                .build();
    }

    /** Begins a session and gives the token that stands for it, which is kept nowhere here. */
    String begin(long person, Way way, String agent) {
        String token = Tokens.random();
        database.sql("select access.session_begin(?, ?, ?, ?)")
                .params(Tokens.digest(token), person, way.name(), agent)
                .query(row -> {});
        return token;
    }

    Optional<Session> find(String token) {
        byte[] key = Tokens.digest(token);
        return remembered.get(ByteBuffer.wrap(key), unknown -> load(key));
    }

    void end(String token) {
        byte[] key = Tokens.digest(token);
        database.sql("select access.session_end(?)").param(key).query(row -> {});
        remembered.invalidate(ByteBuffer.wrap(key));
    }

    /** Forgets what is remembered of everybody, after sessions were ended past their tokens. */
    void forget() {
        remembered.invalidateAll();
    }

    /** Whose a session was, by its handle. */
    Optional<Long> personOf(UUID handle) {
        return database.sql("select access.session_person(?)")
                .param(handle)
                .query(Long.class)
                .optional();
    }

    private Optional<Session> load(byte[] key) {
        return database.sql(
                        "select handle, person, alive from access.session_seen(?, make_interval(secs => ?), make_interval(secs => ?))")
                .params(key, settings.idle().toSeconds(), settings.absolute().toSeconds())
                .query((row, n) ->
                        session(row.getObject("handle", UUID.class), row.getLong("person"), row.getBoolean("alive")))
                .optional();
    }

    private Session session(UUID handle, long person, boolean alive) {
        Optional<Actor> actor = alive ? actingAs.actor(person) : Optional.empty();
        return new Session(handle, person, actor);
    }
}
