package se.samverkan.access.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.session.SharedSecret;

/**
 * Counts attempts to sign in, in the database so that all copies of the application count together. An account is counted
 * whether it exists or not; neither it nor the address can be read from what is kept.
 */
@Component
class Attempts {

    private final JdbcClient database;
    private final SharedSecret secret;
    private final AttemptSettings settings;

    Attempts(JdbcClient database, SharedSecret secret, AttemptSettings settings) {
        this.database = database;
        this.secret = secret;
        this.settings = settings;
    }

    /** Counts one more attempt at an account from an address, or says how long to wait first. */
    Optional<Duration> count(String email, String address) {
        return count(secret.seal("attempt from", address), settings.perAddress())
                .or(() -> count(account(email), settings.perAccount()));
    }

    /** Forgets the attempts at an account, once its owner has come in. */
    void forget(String email) {
        database.sql("delete from access.attempt where subject = ?")
                .param(account(email))
                .update();
    }

    private byte[] account(String email) {
        return secret.seal("attempt at", email.strip().toLowerCase(Locale.ROOT));
    }

    private Optional<Duration> count(byte[] about, int most) {
        int seconds = database.sql("select access.attempt_made(?, ?, make_interval(secs => ?))")
                .params(about, most, settings.window().toSeconds())
                .query(Integer.class)
                .single();
        return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }
}
