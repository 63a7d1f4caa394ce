package se.samverkan.access.signin;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Newcomers;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.access.session.Tokens;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/** Newcomers get a one-time link; the database checks once more for which organisation they are entered. */
@Component
class NewcomersByLink implements Newcomers {

    private final JdbcClient database;
    private final Rights rights;
    private final AuditTrail audit;

    NewcomersByLink(JdbcClient database, Rights rights, AuditTrail audit) {
        this.database = database;
        this.rights = rights;
        this.audit = audit;
    }

    private record Made(long person, boolean linked) {}

    @Override
    @Transactional
    public Entered enter(String name, String email, String language, long organisation) {
        if (!rights.allowEverywhere(Verb.RUN_PARTNERSHIP)
                && !rights.allow(Verb.RUN_PARTNERSHIP, organisation)
                && !rights.allow(Verb.COORDINATE_PARTNERSHIP, organisation)) {
            rights.require(Verb.STAFF_UNIT, organisation);
        }
        String token = Tokens.random();
        Made made = database.sql(
                        "select person, linked from access.enter_for_case(?, ?, ?, ?, ?, make_interval(secs => ?))")
                .params(name, email, language, organisation, Tokens.digest(token), OneTimeLinks.LASTING.toSeconds())
                .query(Made.class)
                .single();
        if (!made.linked()) {
            return new Entered(present(made.person()), Optional.empty());
        }
        audit.record(Happening.of("person.added", Account.subject(made.person(), name), organisation)
                .changing("name", null, name)
                .changing("email", null, email)
                .changing("language", null, language));
        audit.record(Happening.of("person.invited", Account.subject(made.person(), name), organisation));
        return new Entered(made.person(), Optional.of("/welcome/" + token));
    }

    private long present(long person) {
        boolean here = database.sql("select access.is_here(?, access.today())")
                .param(person)
                .query(Boolean.class)
                .single();
        if (!here) {
            throw Refusal.rule("refusal.person.is-gone");
        }
        return person;
    }
}
