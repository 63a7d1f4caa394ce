package se.samverkan.partnership.handover;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** What waits in handovers: reading for the one who takes over, naming that person for the one who made it. */
@Component
class HandoverToDos implements ToDoSource {

    private static final int MINUTES = 15;

    private final StoredHandovers store;
    private final Rights rights;

    HandoverToDos(StoredHandovers store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.READ_PARTNERSHIP);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        long actor = Actor.current().person();
        return actor == 0
                ? List.of()
                : store.waiting().stream().map(each -> todo(each, actor)).toList();
    }

    private static ToDo todo(Handover handover, long actor) {
        boolean read = handover.waitsFor(actor);
        return new ToDo(
                read ? "partnership.handover.todo" : "partnership.handover.todo.open",
                List.of(handover.pack().leaver()),
                handover.pack().organiser(),
                handover.address(),
                handover.lastDay(),
                read ? "partnership.handover.todo.why" : "partnership.handover.todo.open.why",
                List.of(),
                OptionalInt.of(MINUTES));
    }
}
