package se.samverkan.access.session;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What passes from one request to the next of the same browser: a challenge, a request to a provider, a held form. In the
 * database, so that the next request may go to another copy of the application; never remembered in memory.
 */
@Repository
public class Passing {

    private final JdbcClient database;

    Passing(JdbcClient database) {
        this.database = database;
    }

    /** Keeps something for a while, under the token that the browser's cookie carries. */
    public void keep(String kind, String token, byte[] content, Duration lasting) {
        database.sql("""
                        insert into access.passing (key, kind, content, expires_at)
                        values (?, ?, ?, now() + make_interval(secs => ?))
                        on conflict (key, kind) do update
                        set content = excluded.content, expires_at = excluded.expires_at
                        """)
                .params(Tokens.digest(token), kind, content, lasting.toSeconds())
                .update();
    }

    public Optional<byte[]> look(String kind, String token) {
        return database.sql("select content from access.passing where key = ? and kind = ? and expires_at > now()")
                .params(Tokens.digest(token), kind)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    /** Gives it, and keeps it no longer: what is taken once cannot be taken again. */
    public Optional<byte[]> take(String kind, String token) {
        return database.sql(
                        "delete from access.passing where key = ? and kind = ? returning content, expires_at > now() as fresh")
                .params(Tokens.digest(token), kind)
                .query((row, n) ->
                        row.getBoolean("fresh") ? Optional.of(row.getBytes("content")) : Optional.<byte[]>empty())
                .optional()
                .flatMap(fresh -> fresh);
    }
}
