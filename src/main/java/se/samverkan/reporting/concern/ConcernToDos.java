package se.samverkan.reporting.concern;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The concerns that wait for the actor to answer or settle them. */
@Component
class ConcernToDos implements ToDoSource {

    private static final int MINUTES = 15;

    private final StoredConcerns store;
    private final Rights rights;

    ConcernToDos(StoredConcerns store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.RUN_PARTNERSHIP) || rights.allow(Verb.COORDINATE_PARTNERSHIP);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.waiting().stream().map(ConcernToDos::toDo).toList()
                : List.of();
    }

    private static ToDo toDo(Concern concern) {
        String key = "reporting.concern.todo." + concern.standing();
        return new ToDo(
                key,
                List.of(),
                concern.unitName().isEmpty() ? concern.organiserName() : concern.unitName(),
                concern.address(),
                Optional.empty(),
                "reporting.concern.todo.why",
                List.of(concern.by()),
                OptionalInt.of(MINUTES));
    }
}
