package se.samverkan.notice.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.notice.Notice;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Somebody who tells, people who are told, and copies of the application that send by a post of the test's choice. */
@TestComponent
class SendingStage {

    private final Notices notices;
    private final ActingAs acting;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final LetterWriter writer;
    private final Cast cast;
    private final long organisation;
    private final long teller;
    private final AtomicInteger number = new AtomicInteger();

    SendingStage(
            Notices notices,
            ActingAs acting,
            TransactionTemplate transaction,
            Outbox outbox,
            LetterWriter writer,
            TestDatabase database) {
        this.notices = notices;
        this.acting = acting;
        this.transaction = transaction;
        this.outbox = outbox;
        this.writer = writer;
        this.cast = new Cast(database);
        this.organisation = cast.organisation("Provlunda");
        this.teller = cast.player("Den som berättar", Role.COORDINATOR, organisation);
    }

    JdbcClient behind() {
        return cast.behind();
    }

    long organisation() {
        return organisation;
    }

    /** Nothing of earlier tests waits any longer. */
    void clear() {
        behind().sql("update notice.outbox set state = 'UNWANTED', ended_at = now() where state = 'WAITING'")
                .update();
    }

    /** Somebody of an organisation of its own, with an address. */
    long person(String name, String address) {
        long person = cast.player(name, Role.COORDINATOR, cast.organisation(name + "s kommun"));
        behind().sql("update access.person set email = ? where id = ?")
                .params(address, person)
                .update();
        return person;
    }

    String address() {
        return "prov-" + number.incrementAndGet() + "@brev.example";
    }

    void tell(Urgency urgency, String thing, Long... people) {
        String kind = urgency == Urgency.MUST_ACT ? StandInText.AT_ONCE : StandInText.LATER;
        acting.person(teller, () -> {
            transaction.executeWithoutResult(status ->
                    notices.tell(new Notice(kind, urgency, List.of(people), organisation, Map.of("thing", thing))));
            return true;
        });
    }

    /** A copy of the application, some time from now. */
    Sending copy(Post post, Duration later) {
        return copyAt(post, Instant.now().plus(later));
    }

    Sending copyAt(Post post, Instant at) {
        return new Sending(outbox, writer, post, Clock.fixed(at, ZoneId.of("UTC")));
    }

    Outbox outbox() {
        return outbox;
    }

    String state(long person) {
        return behind().sql("""
                        select string_agg(state || coalesce(' ' || problem, ''), ', ' order by id)
                        from notice.outbox where person = ?
                        """).param(person).query(String.class).single();
    }
}
