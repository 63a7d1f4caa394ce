package se.samverkan.notice.todo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samverkan.access.Actor;
import se.samverkan.notice.Dates;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDos;
import se.samverkan.shared.Refusal;

/** What must be done by the reader (att göra): by when, why, and nothing else. */
@Controller
class ToDoController {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int AHEAD = 365;

    private final ToDos todos;
    private final Dates dates;
    private final Clock clock;

    ToDoController(ToDos todos, Dates dates, Clock clock) {
        this.todos = todos;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/todo")
    String list(Model model) {
        if (!Actor.current().isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
        LocalDate today = LocalDate.now(clock.withZone(SWEDEN));
        List<ToDo> mine = todos.mine();
        model.addAttribute("todos", mine);
        model.addAttribute("done", todos.done());
        model.addAttribute("due", new DueWords(today));
        model.addAttribute(
                "next",
                mine.isEmpty()
                        ? dates.mine(today, today.plusDays(AHEAD)).stream()
                                .findFirst()
                                .orElse(null)
                        : null);
        return "notice/todo/list";
    }
}
