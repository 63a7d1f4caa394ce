package se.samverkan.reporting.after;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The questions of the years after that wait for the actor. */
@Component
class YearToDos implements ToDoSource {

    private static final int MINUTES = 5;

    private final YearsAfter years;
    private final Rights rights;

    YearToDos(YearsAfter years, Rights rights) {
        this.years = years;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.DO_STEPS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor() ? years.waiting().stream().map(YearToDos::toDo).toList() : List.of();
    }

    private static ToDo toDo(YearsAfter.Waiting waiting) {
        return new ToDo(
                "reporting.after.todo",
                List.of(),
                waiting.name(),
                "/partnerships/" + waiting.partnership() + "/years/" + waiting.year() + "/units/" + waiting.unit(),
                Optional.of(waiting.due().plusDays(30)),
                "reporting.after.todo.why",
                List.of(),
                OptionalInt.of(MINUTES));
    }
}
