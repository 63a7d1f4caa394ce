package se.samverkan.notice.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.notice.Notice;
import se.samverkan.notice.Notices;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is told, in the transaction of what happened. */
@Component
class StoredNotices implements Notices {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    StoredNotices(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Notice notice) {
        Set<Long> others = new HashSet<>(notice.people());
        others.remove(Actor.current().person());
        database.sql("select notice.tell(:kind, :urgency, :people, :organisations, cast(:about as jsonb), :at)")
                .param("kind", notice.kind())
                .param("urgency", notice.urgency().name())
                .param("people", others.toArray(Long[]::new))
                .param("organisations", notice.organisations().toArray(Long[]::new))
                .param("about", json.writeValueAsString(notice.about()))
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
