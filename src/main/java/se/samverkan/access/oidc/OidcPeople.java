package se.samverkan.access.oidc;

import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;

/**
 * Finds the person here whom another system has recognised: by its subject when they have come that way before, else by a
 * verified e-mail address, and then they are linked. Nobody is added this way, and roles never come from there.
 */
@Component
class OidcPeople {

    private final JdbcClient database;
    private final ActingAs actingAs;
    private final AuditTrail audit;
    private final OidcSettings settings;
    private final TransactionTemplate transaction;

    OidcPeople(
            JdbcClient database,
            ActingAs actingAs,
            AuditTrail audit,
            OidcSettings settings,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.actingAs = actingAs;
        this.audit = audit;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The person here, if there is one who has not left. */
    Optional<Long> person(String registration, OidcUser recognised) {
        String issuer = Objects.requireNonNull(recognised.getIssuer()).toString();
        String subject = Objects.requireNonNull(recognised.getSubject());
        Optional<Long> linked = database.sql("select access.oidc_person(?, ?)")
                .params(issuer, subject)
                .query(Long.class)
                .optional();
        if (linked.isPresent()) {
            return linked.filter(person -> actingAs.actor(person).isPresent());
        }
        Optional<Long> known = address(registration, recognised).flatMap(this::personWithAddress);
        known.ifPresent(person -> link(person, issuer, subject));
        return known;
    }

    private Optional<String> address(String registration, OidcUser recognised) {
        boolean verified = Boolean.TRUE.equals(recognised.getEmailVerified())
                || settings.trustedAddresses().contains(registration);
        return verified ? Optional.ofNullable(recognised.getEmail()) : Optional.empty();
    }

    private Optional<Long> personWithAddress(String address) {
        return database.sql("select access.person_with_address(?)")
                .param(address)
                .query(Long.class)
                .optional();
    }

    private void link(long person, String issuer, String subject) {
        actingAs.person(
                person,
                () -> transaction.execute(status -> {
                    database.sql("insert into access.oidc_identity (issuer, subject, person)"
                                    + " values (?, ?, access.person()) on conflict do nothing")
                            .params(issuer, subject)
                            .update();
                    Subject self = new Subject(
                            "person", Long.toString(person), Actor.current().name());
                    audit.record(Happening.of("identity.linked", self, null).changing("provider", null, issuer));
                    return person;
                }));
    }
}
