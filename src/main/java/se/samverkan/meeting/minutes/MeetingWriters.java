package se.samverkan.meeting.minutes;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.discussion.Writer;
import se.samverkan.meeting.plan.Planning;

/** Tells those who write in a meeting who else is writing now, and at which item: never of anybody's own working notes. */
@Controller
class MeetingWriters {

    private final Planning planning;
    private final JdbcClient database;

    MeetingWriters(Planning planning, JdbcClient database) {
        this.planning = planning;
        this.database = database;
    }

    @GetMapping("/meetings/{id}/writers")
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, Model model) {
        planning.meeting(id);
        model.addAttribute("writers", writers(id));
        return "discussion/writers";
    }

    private List<Writer> writers(long id) {
        return database.sql("select place, name from meeting.writing(?)")
                .param(id)
                .query(Writer.class)
                .list();
    }
}
