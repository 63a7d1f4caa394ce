package se.samverkan.analysis.priority;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The analyses whose areas wait for the actor's scores. */
@Component
class PriorityToDos implements ToDoSource {

    private static final int MINUTES = 10;

    private final StoredPriorities store;
    private final Rights rights;

    PriorityToDos(StoredPriorities store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.WRITE_ANALYSIS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.waiting().stream().map(PriorityToDos::toDo).toList()
                : List.of();
    }

    private static ToDo toDo(StoredPriorities.Waiting waiting) {
        return new ToDo(
                "analysis.todo.score",
                List.of(),
                waiting.unit(),
                "/analyses/" + waiting.analysis() + "/priorities",
                Optional.empty(),
                "analysis.todo.score.why",
                List.of(),
                OptionalInt.of(MINUTES));
    }
}
