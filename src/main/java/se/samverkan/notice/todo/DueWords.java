package se.samverkan.notice.todo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import se.samverkan.shared.page.Page;

/**
 * Says a last day as people do: how long there is, or since when it is late.
 *
 * @param today today in Sweden
 */
record DueWords(LocalDate today) {

    private static final int SOON = 7;

    boolean isLate(LocalDate due) {
        return due.isBefore(today);
    }

    boolean isSoon(LocalDate due) {
        return !due.isAfter(today.plusDays(SOON));
    }

    String say(Page page, LocalDate due) {
        long days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return page.text("todo.due.late", due, -days);
        }
        if (days <= 1) {
            return page.text(days == 0 ? "todo.due.today" : "todo.due.tomorrow", due);
        }
        return page.text(days <= SOON ? "todo.due.soon" : "todo.due.later", due, days);
    }
}
