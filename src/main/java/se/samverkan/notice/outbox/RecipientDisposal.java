package se.samverkan.notice.outbox;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.PersonPseudonymised;

/** Forgets what somebody was told, and chose of mail and calendar, when the person is given a pseudonym. */
@Component
class RecipientDisposal {

    private final JdbcClient database;

    RecipientDisposal(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void forget(PersonPseudonymised event) {
        database.sql("select notice.forget_person(?)")
                .param(event.person())
                .query((row, n) -> event)
                .list();
    }
}
