package se.samverkan.access.signin;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonPseudonymised;

/** Takes every way in away from somebody who is given a pseudonym, in the same transaction. */
@Component
class WaysInDisposal {

    private final JdbcClient database;

    WaysInDisposal(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void drop(PersonPseudonymised event) {
        database.sql("select access.drop_ways_in(?)").param(event.person()).query(row -> {});
    }
}
