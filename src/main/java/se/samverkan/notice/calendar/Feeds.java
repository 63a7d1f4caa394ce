package se.samverkan.notice.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/**
 * The door to the address of the actor's calendar. Whoever knows the address reads the calendar, so it is 256 random bits,
 * shown once, and can be made anew or ended; the old one stops working at once.
 */
@Component
public class Feeds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final JdbcClient database;
    private final AuditTrail trail;

    Feeds(JdbcClient database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    /** When the actor's address was made, where there is one. */
    @Transactional(readOnly = true)
    public Optional<Instant> madeAt() {
        return database.sql("select made_at from notice.feed where person = access.person()")
                .query((row, n) -> row.getTimestamp("made_at").toInstant())
                .optional();
    }

    /** Makes an address for the actor instead of any earlier one, and gives back its secret part. */
    @Transactional
    public String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Happening.Subject oneself = oneself();
        int changed = database.sql("update notice.feed set digest = ?, made_at = now() where person = access.person()")
                .param(digest(secret))
                .update();
        if (changed == 0) {
            database.sql("insert into notice.feed (digest) values (?)")
                    .param(digest(secret))
                    .update();
        }
        trail.record(Happening.of("person.calendar-made", oneself, null));
        return secret;
    }

    @Transactional
    public void end() {
        Happening.Subject oneself = oneself();
        int ended = database.sql("delete from notice.feed where person = access.person()")
                .update();
        if (ended > 0) {
            trail.record(Happening.of("person.calendar-ended", oneself, null));
        }
    }

    private static Happening.Subject oneself() {
        Actor actor = Actor.current();
        if (!actor.isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
        return new Happening.Subject("person", Long.toString(actor.person()), actor.name());
    }

    /** Whose calendar has this secret part. */
    Optional<Long> person(String secret) {
        return database.sql("select notice.feed_person(?)")
                .param(digest(secret))
                .query((row, n) -> row.getLong(1))
                .optional()
                .filter(person -> person > 0);
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
