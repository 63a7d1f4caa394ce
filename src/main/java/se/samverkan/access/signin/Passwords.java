package se.samverkan.access.signin;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** Where passwords are kept, as digests (bcrypt) that name their method, and compared. */
@Repository
class Passwords {

    private final JdbcClient database;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobodys = encoder.encode("nobody has this password");

    Passwords(JdbcClient database) {
        this.database = database;
    }

    /**
     * The person with this address and password. An address that nobody has costs the same work as a wrong password, so
     * that the time says nothing about who has an account.
     */
    Optional<Long> person(String email, String password) {
        Optional<Kept> kept = database.sql("select person, digest from access.password_of(?)")
                .param(email)
                .query((row, n) -> new Kept(row.getLong("person"), row.getString("digest")))
                .optional();
        boolean right = encoder.matches(password, kept.map(Kept::digest).orElse(nobodys));
        return right ? kept.map(Kept::person) : Optional.empty();
    }

    /** Sets the password of the person of this transaction. */
    void setOwn(String password) {
        database.sql("""
                        insert into access.password (person, digest) values (access.person(), ?)
                        on conflict (person) do update set digest = excluded.digest, changed_at = now()
                        """).param(encoder.encode(password)).update();
    }

    /** Whether the person of this transaction has a password. */
    boolean own() {
        return database.sql("select exists (select from access.password where person = access.person())")
                .query(Boolean.class)
                .single();
    }

    private record Kept(long person, String digest) {}
}
