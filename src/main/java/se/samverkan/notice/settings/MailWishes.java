package se.samverkan.notice.settings;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/** The door to when the actor wants mail: one digest a day at an hour, or none. */
@Component
class MailWishes {

    /** The hour of those who have chosen none. */
    static final int USUAL_HOUR = 7;

    private static final Wish USUAL = new Wish(true, USUAL_HOUR, 0);

    private final JdbcClient database;
    private final AuditTrail trail;

    MailWishes(JdbcClient database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    /**
     * What somebody wants.
     *
     * @param digest whether a digest a day
     * @param hour at which hour, Swedish time
     * @param version counts its changes, 0 before the first
     */
    record Wish(boolean digest, int hour, int version) {}

    @Transactional(readOnly = true)
    public Wish mine() {
        if (!Actor.current().isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
        return stored().orElse(USUAL);
    }

    private Optional<Wish> stored() {
        return database.sql("select digest, hour, version from notice.setting where person = access.person()")
                .query(Wish.class)
                .optional();
    }

    /** @param seen the version that the form showed */
    @Transactional
    public void choose(int seen, boolean digest, int hour) {
        Wish before = mine();
        int changed = seen == 0
                ? database.sql("insert into notice.setting (digest, hour) values (?, ?) on conflict do nothing")
                        .params(digest, hour)
                        .update()
                : database.sql("update notice.setting set digest = ?, hour = ?, version = version + 1"
                                + " where person = access.person() and version = ?")
                        .params(digest, hour, seen)
                        .update();
        if (changed == 0) {
            throw Refusal.stale();
        }
        Actor actor = Actor.current();
        Happening.Subject oneself = new Happening.Subject("person", Long.toString(actor.person()), actor.name());
        trail.record(Happening.of("person.mail-chosen", oneself, null)
                .changing("digest", before.digest(), digest)
                .changing("digest-hour", before.hour(), hour));
    }
}
