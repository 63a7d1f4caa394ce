package se.samverkan.reporting.edition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The yearly report waits for those who write it, some weeks before its day and until it has been handed in. */
@Component
class EditionToDos implements ToDoSource {

    private static final int MINUTES = 120;

    private final EditionDates dates;
    private final Rights rights;

    EditionToDos(EditionDates dates, Rights rights) {
        this.dates = dates;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.WRITE_EDITION);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? dates.waiting().stream().map(EditionToDos::toDo).toList()
                : List.of();
    }

    private static ToDo toDo(EditionDates.Waiting waiting) {
        return new ToDo(
                waiting.edition().isPresent() ? "edition.todo.write" : "edition.todo.begin",
                List.of(Integer.toString(waiting.year())),
                waiting.name(),
                waiting.edition().map(id -> "/editions/" + id).orElse("/editions"),
                Optional.of(waiting.due()),
                "edition.todo.why",
                List.of(),
                OptionalInt.of(MINUTES));
    }
}
