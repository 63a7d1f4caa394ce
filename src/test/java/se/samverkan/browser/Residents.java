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
            String called = "Kim " + role.name().charAt(0)
                    + role.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
            settle(behind, digest, called, email(role), role);
        }
        settle(behind, digest, "Robin Assessor", secondOf(Role.ASSESSOR), Role.ASSESSOR);
    }

    /** The address of the second person of a role that two must play. */
    static String secondOf(Role role) {
        return "second." + email(role);
    }

    private static void settle(JdbcClient behind, String digest, String name, String email, Role role) {
        long person = behind.sql("insert into access.person (name, email) values (?, ?) returning id")
                .params(name, email)
                .query(Long.class)
                .single();
        behind.sql("insert into access.password (person, digest) values (?, ?)")
                .params(person, digest)
                .update();
        behind.sql("insert into access.assignment (person, role, valid_from) values (?, ?, access.today() - 1)")
                .params(person, role.name())
                .update();
    }

    /** The address that the person of a role signs in with. */
    static String email(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '.') + "@invented.example";
    }
}
