package se.samverkan.access.signin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Role;
import se.samverkan.access.session.Tokens;
import se.samverkan.access.signin.AccountView.Held;
import se.samverkan.access.signin.AccountView.Open;
import se.samverkan.access.signin.AccountView.Passkey;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/** What a person may see and do of their own account. Row-level security keeps it to their own. */
@Component
class OwnAccount {

    private final JdbcClient database;
    private final Passwords passwords;
    private final AuditTrail audit;

    OwnAccount(JdbcClient database, Passwords passwords, AuditTrail audit) {
        this.database = database;
        this.passwords = passwords;
        this.audit = audit;
    }

    static Actor requireSomebody() {
        Actor actor = Actor.current();
        if (!actor.isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
        return actor;
    }

    @Transactional(readOnly = true)
    AccountView view() {
        Actor actor = requireSomebody();
        return new AccountView(actor.name(), email(), roles(), passwords.own(), passkeys(), identities(), sessions());
    }

    /** Sets the password; whether the old one was right has been asked before. */
    @Transactional
    void setPassword(String password) {
        Actor actor = requireSomebody();
        passwords.setOwn(password);
        audit.record(Happening.of("password.set", Account.subject(actor.person(), actor.name()), null));
    }

    /**
     * Takes a passkey away.
     *
     * @throws Refusal when it is the last way to sign in
     */
    @Transactional
    void removePasskey(String id) {
        Actor actor = requireSomebody();
        if (view().ways() <= 1) {
            throw Refusal.rule("refusal.passkey.last");
        }
        Optional<String> label = database.sql("delete from access.passkey where id = ? returning label")
                .param(key(id))
                .query(String.class)
                .optional();
        Happening removed = Happening.of("passkey.removed", Account.subject(actor.person(), actor.name()), null);
        audit.record(removed.changing("passkey", label.orElseThrow(Refusal::notSeen), null));
    }

    private static byte[] key(String id) {
        try {
            return Base64.getUrlDecoder().decode(id);
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.notSeen();
        }
    }

    @Transactional
    void endSession(UUID handle) {
        requireSomebody();
        database.sql("update access.session set ended_at = now() where handle = ? and ended_at is null")
                .param(handle)
                .update();
    }

    /** Ends every session of the person, this one too. */
    @Transactional
    void endSessions() {
        requireSomebody();
        database.sql("update access.session set ended_at = now() where person = access.person() and ended_at is null")
                .update();
    }

    String email() {
        return database.sql("select email from access.person where id = access.person()")
                .query(String.class)
                .single();
    }

    private List<Held> roles() {
        return database.sql("""
                        select role, place, valid_from, valid_to from access.assignment_shown
                        where person = access.person() and state in ('CURRENT', 'COMING')
                        order by valid_from, id
                        """)
                .query((row, n) -> new Held(
                        Role.valueOf(row.getString("role")),
                        row.getString("place"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    private List<Passkey> passkeys() {
        return database.sql("select id, label, created_at, used_at from access.passkey"
                        + " where person = access.person() order by created_at desc")
                .query((row, n) -> {
                    OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
                    return new Passkey(
                            Tokens.text(row.getBytes("id")),
                            row.getString("label"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    private List<String> identities() {
        return database.sql("select issuer from access.oidc_identity where person = access.person() order by issuer")
                .query(String.class)
                .list();
    }

    private List<Open> sessions() {
        return database.sql("""
                        select handle, way, agent, begun_at, seen_at from access.session
                        where person = access.person() and ended_at is null
                        order by seen_at desc, handle limit 50
                        """)
                .query((row, n) -> new Open(
                        row.getObject("handle", UUID.class),
                        row.getString("way"),
                        row.getString("agent"),
                        instant(row.getObject("begun_at", OffsetDateTime.class)),
                        instant(row.getObject("seen_at", OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment.toInstant();
    }
}
