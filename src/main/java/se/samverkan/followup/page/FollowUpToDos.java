package se.samverkan.followup.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;
import se.samverkan.shared.Period;

/** What waits in the follow-up: checkpoints that a group has begun and not closed, and notes without a name to take in. */
@Component
class FollowUpToDos implements ToDoSource {

    private static final int MINUTES = 60;
    private static final int MINUTES_OF_NOTES = 5;

    private final JdbcClient database;
    private final Rights rights;

    FollowUpToDos(JdbcClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    private record Waiting(long plan, String unit, int term, long notes) {}

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.WRITE_FOLLOW_UP);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? waiting().stream().flatMap(FollowUpToDos::toDos).toList()
                : List.of();
    }

    /** In one question: by plan, the term whose checkpoint is due now and not over (0 where none is), and what waits to be taken in. */
    private List<Waiting> waiting() {
        return database.sql("select plan, unit, term, notes from followup.waiting()")
                .query((row, n) -> new Waiting(
                        row.getLong("plan"), row.getString("unit"), row.getInt("term"), row.getLong("notes")))
                .list();
    }

    private static Stream<ToDo> toDos(Waiting waiting) {
        Stream<ToDo> checkpoint = waiting.term() == 0
                ? Stream.empty()
                : Stream.of(toDo(
                        "followup.todo.checkpoint",
                        List.of(Period.ofKey(waiting.term()).toString()),
                        waiting,
                        "/checkpoints/" + waiting.term(),
                        Optional.of(FollowedPlan.lastDay(Period.ofKey(waiting.term()))),
                        MINUTES));
        Stream<ToDo> notes = waiting.notes() == 0
                ? Stream.empty()
                : Stream.of(toDo(
                        "followup.todo.notes",
                        List.of(waiting.notes()),
                        waiting,
                        "/signs",
                        Optional.empty(),
                        MINUTES_OF_NOTES));
        return Stream.concat(checkpoint, notes);
    }

    private static ToDo toDo(
            String key, List<Object> arguments, Waiting waiting, String page, Optional<LocalDate> due, int minutes) {
        return new ToDo(
                key,
                arguments,
                waiting.unit(),
                FollowedPlan.address(waiting.plan()) + page,
                due,
                key + ".why",
                List.of(),
                OptionalInt.of(minutes));
    }
}
