package se.samverkan.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.Registry;
import se.samverkan.organisation.UnitFacts;
import se.samverkan.shared.Installation;

/**
 * A small invented country for tests in a browser: two municipalities, three organisers, some schools, and a person of
 * every role, who all have the same password.
 */
@TestComponent
class InventedWorld {

    static final String PASSWORD = "grytlock-harkrank-9";

    private static final String SOURCE = "DEMONSTRATION";

    private final Registry registry;
    private final Installation installation;
    private final ActingAs acting;
    private final TransactionTemplate transaction;
    private final JdbcClient behind;
    private boolean there;

    InventedWorld(
            Registry registry,
            Installation installation,
            ActingAs acting,
            PlatformTransactionManager transactions,
            Environment environment) {
        this.registry = registry;
        this.installation = installation;
        this.acting = acting;
        this.transaction = new TransactionTemplate(transactions);
        this.behind = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("samverkan.db.url"),
                "samverkan_owner",
                environment.getRequiredProperty("samverkan.db.owner-password")));
    }

    /** Makes it, the first time it is asked for. */
    synchronized void settle() {
        if (!there) {
            installation.become(Installation.Kind.DEMONSTRATION);
            acting.console(() -> transaction.execute(status -> {
                places();
                return true;
            }));
            people();
            there = true;
        }
    }

    private void places() {
        registry.acceptMunicipalities(List.of(
                new MunicipalityFacts("0901", "Björkdala", "Norrlyckans län"),
                new MunicipalityFacts("0902", "Åsvik", "Norrlyckans län")));
        registry.acceptOrganisers(List.of(
                new OrganiserFacts("2120009001", "Björkdala kommun", "MUNICIPAL", "0901", false, SOURCE),
                new OrganiserFacts("2120009002", "Åsviks kommun", "MUNICIPAL", "0902", false, SOURCE),
                new OrganiserFacts("5569009003", "Klarbäckens skolor AB", "INDEPENDENT", null, false, SOURCE)));
        registry.acceptUnits(List.of(
                unit("90000001", "Ekbackaskolan", "2120009001", "Björkdala kommun", "0901"),
                unit("90000002", "Älvstrandsskolan", "2120009001", "Björkdala kommun", "0901"),
                unit("90000003", "Östra skolan", "2120009002", "Åsviks kommun", "0902"),
                unit("90000004", "Klarbäckens friskola", "5569009003", "Klarbäckens skolor AB", "0902")));
    }

    private static UnitFacts unit(String code, String name, String organiser, String organiserName, String place) {
        Map<String, Set<String>> forms = new LinkedHashMap<>();
        forms.put("COMPULSORY", Set.of("7", "8", "9"));
        return new UnitFacts(
                code,
                code,
                "SCHOOL",
                name,
                organiser,
                organiserName,
                place,
                forms,
                "ACTIVE",
                false,
                null,
                "Skolgatan 1",
                "99901",
                name,
                SOURCE);
    }

    private void people() {
        String digest =
                PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD);
        for (Role role : Role.values()) {
            long person = behind.sql("insert into access.person (name, email) values (?, ?) returning id")
                    .params(
                            "Kim " + role.name().charAt(0)
                                    + role.name()
                                            .substring(1)
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', ' '),
                            email(role))
                    .query(Long.class)
                    .single();
            behind.sql("insert into access.password (person, digest) values (?, ?)")
                    .params(person, digest)
                    .update();
            behind.sql("insert into access.assignment (person, role, valid_from) values (?, ?, access.today() - 1)")
                    .params(person, role.name())
                    .update();
        }
    }

    /** The address that the person of a role signs in with. */
    static String email(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '.') + "@invented.example";
    }
}
