package se.samverkan.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import se.samverkan.access.Role;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Puts people into a test's database, past all doors. */
public final class TestPeople {

    private static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    private final JdbcClient database;

    public TestPeople(TestDatabase database) {
        this.database = JdbcClient.create(database.asOwner());
    }

    public long add(String name, String email) {
        return database.sql("insert into access.person (name, email) values (?, ?) returning id")
                .params(name, email)
                .query(Long.class)
                .single();
    }

    public long add(String name, String email, String password) {
        long person = add(name, email);
        database.sql("insert into access.password (person, digest) values (?, ?)")
                .params(person, ENCODER.encode(password))
                .update();
        return person;
    }

    /** Gives a role everywhere, from yesterday on. */
    public void assign(long person, Role role) {
        database.sql("insert into access.assignment (person, role, valid_from) values (?, ?, access.today() - 1)")
                .params(person, role.name())
                .update();
    }

    public JdbcClient behind() {
        return database;
    }
}
