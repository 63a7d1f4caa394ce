package se.samverkan.organisation;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the own level of an organiser (huvudmannanivå): a unit of its own kind, which no register tells of. It is there
 * from the first time that somebody needs it, one for each organiser.
 */
@Component
public class OwnLevels {

    private static final String SOURCE = "PEOPLE";

    private final JdbcClient database;

    OwnLevels(JdbcClient database) {
        this.database = database;
    }

    /** The id of the unit that is an organiser's own level. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long of(OrganiserView organiser) {
        return find(organiser).orElseGet(() -> make(organiser));
    }

    private long make(OrganiserView organiser) {
        database.sql("""
                        insert into organisation.unit (kind, key, name, organiser, municipality, source)
                        values ('ORGANISER', :key, :name, :organiser, :municipality, :source) on conflict do nothing
                        """)
                .param("key", "level-" + organiser.key())
                .param("name", organiser.name())
                .param("organiser", organiser.id())
                .param("municipality", organiser.municipality())
                .param("source", SOURCE)
                .update();
        return find(organiser).orElseThrow();
    }

    private Optional<Long> find(OrganiserView organiser) {
        return database.sql("select id from organisation.unit where organiser = ? and kind = 'ORGANISER'")
                .param(organiser.id())
                .query(Long.class)
                .optional();
    }
}
