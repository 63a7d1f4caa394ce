package se.samverkan.access.signin;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Invitations;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.access.session.Tokens;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/** Where one-time links are made, looked at and used up. Only the digest of a link's token is kept. */
@Component
class OneTimeLinks implements Invitations {

    static final Duration LASTING = Duration.ofHours(24);

    private final JdbcClient database;
    private final Rights rights;
    private final AuditTrail audit;

    OneTimeLinks(JdbcClient database, Rights rights, AuditTrail audit) {
        this.database = database;
        this.rights = rights;
        this.audit = audit;
    }

    @Override
    @Transactional
    public String invite(long person) {
        rights.require(Verb.MANAGE_PEOPLE);
        String name = database.sql("select name from access.person where id = ?")
                .param(person)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notSeen);
        requireStillHere(person);
        String token = Tokens.random();
        boolean made = database.sql("select access.link_make(?, ?, make_interval(secs => ?))")
                .params(Tokens.digest(token), person, LASTING.toSeconds())
                .query(Boolean.class)
                .single();
        if (!made) {
            throw Refusal.notAllowed("refusal.link.not-all-of-person");
        }
        audit.record(Happening.of("person.invited", Account.subject(person, name), null));
        return "/welcome/" + token;
    }

    private void requireStillHere(long person) {
        boolean here = database.sql("select access.may_come_in(?)")
                .param(person)
                .query(Boolean.class)
                .single();
        if (!here) {
            throw Refusal.rule("refusal.person.is-gone");
        }
    }

    /** Whose link this is, while it works. */
    Optional<Long> person(String token) {
        return database.sql("select access.link_person(?)")
                .param(Tokens.digest(token))
                .query(Long.class)
                .optional();
    }

    /**
     * Uses the link up.
     *
     * @throws Refusal when it has been used or has had its time
     */
    void use(String token) {
        Optional<Long> person = database.sql("select access.link_use(?)")
                .param(Tokens.digest(token))
                .query(Long.class)
                .optional();
        if (person.isEmpty()) {
            throw Refusal.rule("refusal.link.used");
        }
    }
}
