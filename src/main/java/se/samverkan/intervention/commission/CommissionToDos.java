package se.samverkan.intervention.commission;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The commissions that wait for the actor: to be answered by a provider, or settled after a counter. */
@Component
class CommissionToDos implements ToDoSource {

    private final StoredCommissions store;
    private final Rights rights;

    CommissionToDos(StoredCommissions store, Rights rights) {
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
                ? store.waiting().stream().map(CommissionToDos::toDo).toList()
                : List.of();
    }

    private static ToDo toDo(CommissionView commission) {
        String key = "commission.todo." + commission.standing();
        return new ToDo(
                key,
                List.of(commission.title()),
                commission.providerName(),
                commission.address(),
                Optional.of(commission.answerBy()).filter(day -> commission.standing() != Deed.Standing.REPORTED),
                key + ".why",
                List.of(),
                OptionalInt.empty());
    }
}
