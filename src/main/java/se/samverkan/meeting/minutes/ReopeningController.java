package se.samverkan.meeting.minutes;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.ReasonedDeed;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Opens a closed meeting again, by whoever closed it and with the reason. */
@Controller
@RequestMapping("/meetings/{id}/reopening")
class ReopeningController {

    private final Closing closing;
    private final Planning planning;
    private final Saving saving;

    ReopeningController(Closing closing, Planning planning, Saving saving) {
        this.closing = closing;
        this.planning = planning;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        MeetingView meeting = closing.toReopen(id);
        return page(meeting, FormAgain.shown(SentForm.ofVersion(meeting.version())), model);
    }

    @PostMapping
    String reopen(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        MeetingView meeting = closing.toReopen(id);
        return saving.save(
                SentForm.of(fields),
                new ReasonedDeed(
                        "reason",
                        "meeting.refusal.reason",
                        sent -> reopened(meeting, sent),
                        () -> SentForm.ofVersion(planning.meeting(id).version()),
                        again -> page(meeting, again, model)),
                response);
    }

    private String reopened(MeetingView meeting, SentForm sent) {
        closing.reopen(meeting.id(), sent.version(), FreeText.of(sent, "reason"));
        return meeting.address();
    }

    private String page(MeetingView meeting, FormAgain again, Model model) {
        model.addAttribute("partnership", planning.partnership(meeting.partnership()));
        model.addAttribute("meeting", meeting);
        model.addAttribute("again", again);
        return "meeting/minutes/reopening";
    }
}
