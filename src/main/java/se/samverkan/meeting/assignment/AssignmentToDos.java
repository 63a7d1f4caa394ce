package se.samverkan.meeting.assignment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.meeting.assignment.StoredAssignments.Waiting;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The assignments that the actor has taken on and not reported as done. */
@Component
class AssignmentToDos implements ToDoSource {

    private static final int LONGEST = 120;

    private final StoredAssignments store;
    private final Rights rights;

    AssignmentToDos(StoredAssignments store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.TAKE_PART_IN_MEETINGS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.waiting().stream().map(AssignmentToDos::toDo).toList()
                : List.of();
    }

    private static ToDo toDo(Waiting waiting) {
        return new ToDo(
                "meeting.todo.assignment",
                List.of(shortened(waiting.what())),
                waiting.organiser(),
                "/meetings/" + waiting.meeting() + "/assignments/" + waiting.id(),
                Optional.ofNullable(waiting.due()),
                "meeting.todo.assignment.why",
                List.of(),
                OptionalInt.empty());
    }

    private static String shortened(String what) {
        String line = what.lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip() + "…";
    }
}
