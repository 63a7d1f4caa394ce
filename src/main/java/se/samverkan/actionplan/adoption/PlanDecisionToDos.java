package se.samverkan.actionplan.adoption;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The plans that wait for the actor's decision for the organiser. */
@Component
class PlanDecisionToDos implements ToDoSource {

    private static final int MINUTES = 15;

    private final StoredPlanVersions store;
    private final Rights rights;

    PlanDecisionToDos(StoredPlanVersions store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.APPROVE_ACTION_PLAN);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.waiting().stream().map(PlanDecisionToDos::toDo).toList()
                : List.of();
    }

    private static ToDo toDo(StoredPlanVersions.Waiting waiting) {
        return new ToDo(
                "actionplan.todo.decide",
                List.of(waiting.unit()),
                waiting.unit(),
                "/action-plans/" + waiting.plan() + "/versions",
                Optional.empty(),
                "actionplan.todo.decide.why",
                List.of(),
                OptionalInt.of(MINUTES));
    }
}
