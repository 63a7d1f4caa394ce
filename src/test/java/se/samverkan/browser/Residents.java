package se.samverkan.browser;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import se.samverkan.access.Role;

/** A person of every role and a second assessor, who all have the same password. */
final class Residents {

    static final String PASSWORD = "grytlock-harkrank-9";

    private Residents() {}

    static void settle(JdbcClient behind) {
        String digest =
                PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD);
        for (Role role : Role.values()) {
            settle(behind, role, "Kim", email(role), digest);
        }
        settle(behind, Role.ASSESSOR, "Robin", secondOf(Role.ASSESSOR), digest);
    }

    private static void settle(JdbcClient behind, Role role, String name, String email, String digest) {
        long person = behind.sql("insert into access.person (name, email) values (?, ?) returning id")
                .params(
                        name + " " + role.name().charAt(0)
                                + role.name()
                                        .substring(1)
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '),
                        email)
                .query(Long.class)
                .single();
        behind.sql("insert into access.password (person, digest) values (?, ?)")
                .params(person, digest)
                .update();
        behind.sql("insert into access.assignment (person, role, valid_from) values (?, ?, access.today() - 1)")
                .params(person, role.name())
                .update();
    }

    /** The address of the second person of a role that two must play. */
    static String secondOf(Role role) {
        return "second." + email(role);
    }

    /** The address that the person of a role signs in with. */
    static String email(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '.') + "@invented.example";
    }
}
