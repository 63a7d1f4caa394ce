package se.samverkan.notice.todo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.notice.CalendarSource;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDos;

/** The last days of what waits, for the calendars of people's own devices; which thing it is stays here. */
@Component
class LastDays implements CalendarSource {

    private static final String TITLE = "todo.calendar";

    private final ToDos todos;

    LastDays(ToDos todos) {
        this.todos = todos;
    }

    @Override
    public List<Dated> mine(LocalDate from, LocalDate to) {
        return todos.mine().stream()
                .filter(one -> one.due()
                        .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                        .isPresent())
                .map(LastDays::dated)
                .toList();
    }

    private static Dated dated(ToDo one) {
        String id = "todo-" + Integer.toHexString((one.key() + one.address()).hashCode());
        return new Dated(id, TITLE, List.of(), one.due().orElseThrow(), Optional.empty(), "/todo");
    }
}
