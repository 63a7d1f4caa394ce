package se.samverkan.shared;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What this database is, for ever: a demonstration with an invented country, or a real one. Undecided until the first
 * figures come.
 */
@Component
public class Installation {

    /** The two kinds of database. */
    public enum Kind {
        DEMONSTRATION,
        REAL
    }

    private final JdbcClient database;
    private volatile Optional<Kind> known = Optional.empty();

    Installation(JdbcClient database) {
        this.database = database;
    }

    /** What it is, or nothing while it is undecided. */
    public Optional<Kind> kind() {
        if (known.isEmpty()) {
            known = database.sql("select kind from shared.installation")
                    .query(String.class)
                    .optional()
                    .map(Kind::valueOf);
        }
        return known;
    }

    public boolean isDemonstration() {
        return kind().filter(Kind.DEMONSTRATION::equals).isPresent();
    }

    /**
     * Makes it what it shall be, or confirms that it is so.
     *
     * @throws Refusal when it is the other kind already
     */
    public void become(Kind wanted) {
        database.sql("insert into shared.installation (kind) values (?) on conflict do nothing")
                .param(wanted.name())
                .update();
        known = Optional.empty();
        if (kind().filter(wanted::equals).isEmpty()) {
            throw Refusal.rule("refusal.installation." + wanted);
        }
    }
}
