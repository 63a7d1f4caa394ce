package se.samverkan.partnership.closing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** What lives on after a case and is to be looked at. */
@Component
class ClosingToDos implements ToDoSource {

    private static final int MINUTES = 20;

    private final StoredClosings store;
    private final CaseClosing closing;
    private final Rights rights;

    ClosingToDos(StoredClosings store, CaseClosing closing, Rights rights) {
        this.store = store;
        this.closing = closing;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.DO_STEPS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.toLookAt(closing.today()).stream()
                        .map(each -> new ToDo(
                                "partnership.closing.todo",
                                List.of(each.what()),
                                each.organiser(),
                                "/partnerships/" + each.partnership() + "/closing#lives-on",
                                Optional.of(each.lookAt()),
                                "partnership.closing.todo.why",
                                List.of(),
                                OptionalInt.of(MINUTES)))
                        .toList()
                : List.of();
    }
}
