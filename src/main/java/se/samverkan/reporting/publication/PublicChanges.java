package se.samverkan.reporting.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samverkan.reporting.publication.Publication.Kind;

/**
 * When the public last saw something come or go, matter by matter. The database numbers releases and withdrawals in the order in
 * which they are committed, so that whoever has heard of all up to a number asks only for those after it. It is asked at most
 * once in two seconds, so that what another copy of the application has released or withdrawn is seen within that; what this copy
 * does is seen at once.
 */
@Component
public class PublicChanges {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final Clock clock;
    private final AtomicReference<Heard> heard = new AtomicReference<>(new Heard(-1, Map.of(), Instant.MIN));

    PublicChanges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What this copy has heard of.
     *
     * @param all the number of the last change that it knows; −1 before it has asked
     * @param last the number of the last change in each matter that has changed since it began to ask
     * @param until when it asks again
     */
    private record Heard(long all, Map<Matter, Long> last, Instant until) {

        Heard {
            last = Map.copyOf(last);
        }

        Heard and(List<Change> changes, Instant next) {
            Map<Matter, Long> newest = new HashMap<>(last);
            changes.forEach(
                    change -> change.matters().forEach(matter -> newest.merge(matter, change.number(), Long::max)));
            return new Heard(changes.stream().mapToLong(Change::number).reduce(all, Long::max), newest, next);
        }

        Heard outOfDate() {
            return new Heard(all, last, Instant.MIN);
        }
    }

    private record Change(long number, List<Matter> matters) {}

    /** The number of the last change in any of these; 0 where nothing has changed since this copy began to ask. */
    public long in(Collection<Matter> matters) {
        Map<Matter, Long> last = current().last();
        return matters.stream()
                .mapToLong(matter -> last.getOrDefault(matter, 0L))
                .max()
                .orElse(0);
    }

    private Heard current() {
        Heard before = Objects.requireNonNull(heard.get());
        return clock.instant().isBefore(before.until()) ? before : ask();
    }

    /** One asks, and the others wait for the answer. */
    private synchronized Heard ask() {
        Heard before = Objects.requireNonNull(heard.get());
        Instant now = clock.instant();
        if (now.isBefore(before.until())) {
            return before;
        }
        Instant next = now.plus(REMEMBERED);
        Heard after = before.all() < 0 ? new Heard(newest(), Map.of(), next) : before.and(since(before.all()), next);
        // Not where this copy released something meanwhile: the answer may be the one before it.
        heard.compareAndSet(before, after);
        return after;
    }

    private long newest() {
        return database.sql("select reporting.newest_public_change()")
                .query(Long.class)
                .single();
    }

    private List<Change> since(long number) {
        return database.sql("select * from reporting.public_changes(?)")
                .param(number)
                .query((row, n) -> new Change(
                        row.getLong("number"),
                        Stream.of(
                                        Matter.all(Kind.valueOf(row.getString("kind"))),
                                        Matter.one(row.getLong("publication")),
                                        Matter.of(row.getString("owner")),
                                        Matter.of(row.getString("organiser")))
                                .toList()))
                .list();
    }

    /** Makes this copy ask again once the transaction is done. */
    void changes() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                heard.updateAndGet(Heard::outOfDate);
            }
        });
    }
}
