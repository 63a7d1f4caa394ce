package se.samverkan.intervention.occasion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The proposed plans that wait for the actor's side. */
@Component
class PlanToDos implements ToDoSource {

    private static final String KEY = "occasion.todo.proposed";

    private final StoredSubPlans store;
    private final Rights rights;

    PlanToDos(StoredSubPlans store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.ANSWER_COMMISSIONS)
                || rights.allow(Verb.RUN_PARTNERSHIP)
                || rights.allow(Verb.COORDINATE_PARTNERSHIP);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.waiting().stream()
                        .map(each -> new ToDo(
                                KEY,
                                List.of(each.title()),
                                each.provider(),
                                "/commissions/" + each.commission() + "/plan",
                                Optional.empty(),
                                KEY + ".why",
                                List.of(),
                                OptionalInt.empty()))
                        .toList()
                : List.of();
    }
}
