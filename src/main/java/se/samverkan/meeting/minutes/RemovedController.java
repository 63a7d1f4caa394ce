package se.samverkan.meeting.minutes;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.assignment.Assignments;
import se.samverkan.meeting.plan.Planning;

/** What has been removed from a meeting and can be taken back for 30 days. */
@Controller
class RemovedController {

    private final Planning planning;
    private final Agendas agendas;
    private final Notes notes;
    private final Assignments assignments;
    private final TransactionTemplate reading;

    RemovedController(
            Planning planning,
            Agendas agendas,
            Notes notes,
            Assignments assignments,
            TransactionTemplate transactions) {
        this.planning = planning;
        this.agendas = agendas;
        this.notes = notes;
        this.assignments = assignments;
        this.reading = transactions;
    }

    @GetMapping("/meetings/{id}/removed")
    String show(@PathVariable long id, Model model) {
        reading.executeWithoutResult(status -> {
            MeetingView meeting = planning.meeting(id);
            model.addAttribute("partnership", planning.partnership(meeting.partnership()));
            model.addAttribute("meeting", meeting);
            model.addAttribute("items", meeting.isOpen() ? agendas.removed(id) : List.of());
            model.addAttribute("paragraphs", notes.removed(id));
            model.addAttribute("assignments", assignments.removed(id));
            model.addAttribute("writes", meeting.isOpen() && notes.part(id).writes());
        });
        return "meeting/minutes/removed";
    }
}
