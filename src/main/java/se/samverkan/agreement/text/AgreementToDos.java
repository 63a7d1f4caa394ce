package se.samverkan.agreement.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.text.StoredAgreements.WaitingText;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The agreements whose text waits for the actor's party. */
@Component
class AgreementToDos implements ToDoSource {

    private final StoredAgreements store;
    private final Rights rights;

    AgreementToDos(StoredAgreements store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.DRAW_UP_AGREEMENT);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.waiting().stream()
                        .filter(this::isMine)
                        .map(AgreementToDos::toDo)
                        .toList()
                : List.of();
    }

    private boolean isMine(WaitingText waiting) {
        return waiting.handedOverBy() == Party.ORGANISER
                ? rights.allow(Verb.DRAW_UP_AGREEMENT, waiting.owner())
                : rights.allow(Verb.DRAW_UP_AGREEMENT, waiting.organiser())
                        && !rights.allow(Verb.DRAW_UP_AGREEMENT, waiting.owner());
    }

    private static ToDo toDo(WaitingText waiting) {
        return new ToDo(
                "agreement.todo.read",
                List.of(waiting.number()),
                "",
                AgreementController.address(waiting.id()),
                Optional.empty(),
                "agreement.todo.why",
                List.of(),
                OptionalInt.empty());
    }
}
