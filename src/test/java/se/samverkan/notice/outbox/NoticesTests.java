package se.samverkan.notice.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.notice.Notice;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

@SamverkanTest
class NoticesTests {

    @Autowired
    private Notices notices;

    @Autowired
    private ActingAs acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestDatabase testDatabase;

    private Cast cast;
    private long organisation;
    private long teller;
    private long told;

    @BeforeEach
    void people() {
        cast = new Cast(testDatabase);
        organisation = cast.organisation("Provlunda");
        teller = cast.player("Den som berättar", Role.COORDINATOR, organisation);
        told = cast.player("Den som får veta", Role.COORDINATOR, organisation);
    }

    private Notice notice(long... people) {
        return new Notice(
                "prov.happened",
                Urgency.DIGEST,
                Arrays.stream(people).boxed().toList(),
                organisation,
                Map.of("thing", "12"));
    }

    private List<Long> waitingFor(long person) {
        return cast.behind()
                .sql("select event from notice.outbox where person = ? and state = 'WAITING'")
                .param(person)
                .query(Long.class)
                .list();
    }

    private void tell(Notice notice) {
        acting.person(teller, () -> {
            transaction.executeWithoutResult(status -> notices.tell(notice));
            return true;
        });
    }

    @Test
    void tellsEachPersonOnceAndNotTheOneWhoDidIt() {
        tell(notice(told, told, teller));

        assertThat(waitingFor(told)).hasSize(1);
        assertThat(waitingFor(teller)).isEmpty();
    }

    @Test
    void tellsNothingOfWhatWasRolledBack() {
        acting.person(teller, () -> {
            transaction.executeWithoutResult(status -> {
                notices.tell(notice(told));
                status.setRollbackOnly();
            });
            return true;
        });

        assertThat(waitingFor(told)).isEmpty();
    }

    @Test
    void refusesOutsideATransaction() {
        assertThatThrownBy(() -> notices.tell(notice(told))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void holdsIdsOnly() {
        assertThatThrownBy(() -> new Notice(
                        "prov.happened", Urgency.DIGEST, List.of(told), organisation, Map.of("thing", "Kim på skolan")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsEverybodyTheirOwnRowsOnly() {
        tell(notice(told));

        assertThat(seenBy(told)).isEqualTo(1);
        assertThat(seenBy(teller)).isZero();
    }

    private long seenBy(long person) {
        return acting.person(
                person,
                () -> transaction.execute(status -> database.sql(
                                "select count(*) from notice.outbox o join notice.event e on e.id = o.event")
                        .query(Long.class)
                        .single()));
    }
}
