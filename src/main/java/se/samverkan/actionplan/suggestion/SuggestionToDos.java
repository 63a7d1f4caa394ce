package se.samverkan.actionplan.suggestion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The suggestions that wait for those who write the plan. */
@Component
class SuggestionToDos implements ToDoSource {

    private static final int MINUTES_EACH = 3;

    private final StoredPlanSuggestions store;
    private final Rights rights;

    SuggestionToDos(StoredPlanSuggestions store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.WRITE_ACTION_PLAN);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.waiting().stream().map(SuggestionToDos::toDo).toList()
                : List.of();
    }

    private static ToDo toDo(StoredPlanSuggestions.Waiting waiting) {
        return new ToDo(
                "actionplan.todo.suggestions",
                List.of(waiting.count(), waiting.unit()),
                waiting.unit(),
                "/action-plans/" + waiting.plan() + "/suggestions",
                Optional.empty(),
                "actionplan.todo.suggestions.why",
                List.of(),
                OptionalInt.of(MINUTES_EACH * waiting.count()));
    }
}
