package se.samverkan.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The door through which other rooms learn whom to tell: the ids of those who may do something. */
@Repository
public class Holders {

    private final JdbcClient database;

    Holders(JdbcClient database) {
        this.database = database;
    }

    /** Those who hold a verb within an organisation today; who holds it everywhere is not one of its people. */
    public List<Long> of(Verb verb, long organisation) {
        return database.sql("select id from access.holders_of(?, ?) as id")
                .params(verb.name(), organisation)
                .query(Long.class)
                .list();
    }
}
