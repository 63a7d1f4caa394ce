package se.samverkan.access.signin;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.session.SignIns;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/**
 * What a one-time link lets its bearer do, once: say what they are called and choose how to sign in from now on. Sessions
 * that were open end, since the link may have been asked for because somebody else had come in.
 */
@Component
public class Welcome {

    private final OneTimeLinks links;
    private final ActingAs actingAs;
    private final JdbcClient database;
    private final AuditTrail audit;
    private final SignIns signIns;
    private final TransactionTemplate transaction;

    Welcome(
            OneTimeLinks links,
            ActingAs actingAs,
            JdbcClient database,
            AuditTrail audit,
            SignIns signIns,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.actingAs = actingAs;
        this.database = database;
        this.audit = audit;
        this.signIns = signIns;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Who is welcomed by a link.
     *
     * @param person the id
     * @param name what they are called so far
     * @param email the address they sign in with
     */
    public record Guest(long person, String name, String email) {}

    /** Who this link welcomes, while it works. */
    public Optional<Guest> guest(String token) {
        return links.person(token)
                .flatMap(person -> actingAs.person(
                        person,
                        () -> transaction.execute(status -> database.sql(
                                        "select id, name, email from access.person where id = access.person()")
                                .query((row, n) ->
                                        new Guest(row.getLong("id"), row.getString("name"), row.getString("email")))
                                .optional())));
    }

    /**
     * Uses the link up and does what it was for, as the person it welcomes, all or nothing.
     *
     * @param name what the person is called
     * @param choice how the person chose to sign in from now on; done in the same transaction
     * @return the person
     * @throws Refusal when the link has been used or has had its time
     */
    public long accept(String token, String name, Runnable choice) {
        long person = links.person(token).orElseThrow(() -> Refusal.rule("refusal.link.used"));
        actingAs.person(
                person,
                () -> transaction.execute(status -> {
                    links.use(token);
                    database.sql("select access.rename_oneself(?)")
                            .param(name.strip())
                            .query(row -> {});
                    choice.run();
                    database.sql(
                                    "update access.session set ended_at = now() where person = access.person() and ended_at is null")
                            .update();
                    audit.record(Happening.of("person.welcomed", Account.subject(person, name.strip()), null));
                    return person;
                }));
        signIns.forgetEnded();
        return person;
    }
}
