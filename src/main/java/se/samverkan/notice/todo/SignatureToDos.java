package se.samverkan.notice.todo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;
import se.samverkan.records.signature.Signing;

/** The documents that wait for the actor's own signature, whichever room has asked for it. */
@Component
class SignatureToDos implements ToDoSource {

    private final Signing signing;
    private final Rights rights;

    SignatureToDos(Signing signing, Rights rights) {
        this.signing = signing;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.SIGN_DOCUMENTS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? signing.waiting().stream().map(SignatureToDos::toDo).toList()
                : List.of();
    }

    private static ToDo toDo(Signing.Waiting waiting) {
        return new ToDo(
                "signature.todo",
                List.of(waiting.title()),
                "",
                "/signatures/" + waiting.id(),
                Optional.empty(),
                "signature.todo.why",
                List.of(),
                OptionalInt.empty());
    }
}
