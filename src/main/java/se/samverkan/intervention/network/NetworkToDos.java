package se.samverkan.intervention.network;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The network meetings that wait for the actor's answer. */
@Component
class NetworkToDos implements ToDoSource {

    private static final OptionalInt ONE_MINUTE = OptionalInt.of(1);

    private final StoredNetworks store;
    private final Rights rights;
    private final Clock clock;

    NetworkToDos(StoredNetworks store, Rights rights, Clock clock) {
        this.store = store;
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.WRITE_LESSONS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.from(clock.instant()).stream()
                        .filter(each -> each.asked() && each.answer().isEmpty() && !each.isCancelled())
                        .map(NetworkToDos::toDo)
                        .toList()
                : List.of();
    }

    private static ToDo toDo(NetworkMeeting meeting) {
        return new ToDo(
                "network.todo",
                List.of(meeting.text().title()),
                "",
                meeting.address(),
                Optional.of(meeting.day()),
                "network.todo.why",
                List.of(),
                ONE_MINUTE);
    }
}
