package se.samverkan.access.signin;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.FirstAdministrator;
import se.samverkan.access.Invitations;
import se.samverkan.access.Role;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/** Makes the first administrator as the service person <i>console</i>: whoever can run commands there owns the system. */
@Component
class FirstAdministratorByLink implements FirstAdministrator {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final ActingAs actingAs;
    private final Invitations invitations;
    private final JdbcClient database;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    FirstAdministratorByLink(
            ActingAs actingAs,
            Invitations invitations,
            JdbcClient database,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.actingAs = actingAs;
        this.invitations = invitations;
        this.database = database;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String invite(String email) {
        String address = email.strip();
        if (!ADDRESS.matcher(address).matches()) {
            throw Refusal.malformed("refusal.address");
        }
        return actingAs.console(() -> transaction.execute(status -> {
            long person = personWith(address);
            makeAdministrator(person, address);
            return invitations.invite(person);
        }));
    }

    private long personWith(String address) {
        return database.sql("select id from access.person where lower(email) = lower(?) and not service")
                .param(address)
                .query(Long.class)
                .optional()
                .orElseGet(() -> add(address));
    }

    /** Until the person says what they are called, they are called by their address. */
    private long add(String address) {
        long person = database.sql("insert into access.person (name, email) values (?, ?) returning id")
                .params(address.substring(0, address.indexOf('@')), address.toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
        audit.record(Happening.of("person.added", Account.subject(person, address), null));
        return person;
    }

    private void makeAdministrator(long person, String address) {
        int made = database.sql("""
                        insert into access.assignment (person, role, valid_from)
                        select :person, 'ADMINISTRATOR', access.today()
                        where not exists (
                            select from access.assignment
                            where person = :person and role = 'ADMINISTRATOR' and organisation is null
                              and unit is null and deleted_at is null
                              and coalesce(valid_to, 'infinity') >= access.today())
                        """).param("person", person).update();
        if (made > 0) {
            audit.record(Happening.of("assignment.added", Account.subject(person, address), null)
                    .changing("role", null, Role.ADMINISTRATOR));
        }
    }
}
