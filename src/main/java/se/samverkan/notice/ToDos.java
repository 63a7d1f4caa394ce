package se.samverkan.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.Actor;

/**
 * The door to what waits for the current actor in any room. The number in the menu is kept for some seconds, and forgotten
 * as soon as the person changes anything.
 */
@Component
public class ToDos {

    private static final Logger LOG = LoggerFactory.getLogger(ToDos.class);
    private static final Comparator<ToDo> MOST_URGENT_FIRST = Comparator.comparing(
                    (ToDo one) -> one.due().orElse(LocalDate.MAX))
            .thenComparing(ToDo::concerning)
            .thenComparing(ToDo::key);

    private final List<ToDoSource> sources;
    private final TransactionTemplate reading;
    private final Cache<Long, Integer> counts = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(15))
            .maximumSize(10_000)
            .build();

    ToDos(List<ToDoSource> sources, TransactionTemplate transactions) {
        this.sources = sources;
        this.reading = transactions;
    }

    /** Everything that waits, the most urgent first. */
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        List<ToDo> mine = sources.stream()
                .flatMap(source -> source.mine().stream())
                .sorted(MOST_URGENT_FIRST)
                .toList();
        counts.put(Actor.current().person(), mine.size());
        return mine;
    }

    /** What has been done lately, where a room wants it to stay. */
    @Transactional(readOnly = true)
    public List<ToDo> done() {
        return sources.stream().flatMap(source -> source.done().stream()).toList();
    }

    /** Whether anything could wait for the actor. */
    @Transactional(readOnly = true)
    public boolean concernActor() {
        return Actor.current().isSignedIn() && sources.stream().anyMatch(ToDoSource::concernsActor);
    }

    /** How much waits; none where that cannot be told, since the menu stands on the pages of errors too. */
    public int count() {
        Actor actor = Actor.current();
        if (!actor.isSignedIn()) {
            return 0;
        }
        try {
            return counts.get(actor.person(), person -> counted());
        } catch (DataAccessException | TransactionException lost) {
            LOG.warn("how much waits could not be counted");
            return 0;
        }
    }

    private int counted() {
        Integer count = reading.execute(status ->
                sources.stream().mapToInt(source -> source.mine().size()).sum());
        return count == null ? 0 : count;
    }

    /** Forgets the number of somebody who has just changed something. */
    public void forgetCount(long person) {
        counts.invalidate(person);
    }
}
