package se.samverkan.meeting.plan;

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
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.ReasonedDeed;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Calls a meeting off, with the reason. */
@Controller
@RequestMapping("/meetings/{id}/cancellation")
class CancellationController {

    private final Planning planning;
    private final Gatherings gatherings;
    private final Saving saving;

    CancellationController(Planning planning, Gatherings gatherings, Saving saving) {
        this.planning = planning;
        this.gatherings = gatherings;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        MeetingView meeting = planning.toMove(id);
        return page(meeting, FormAgain.shown(SentForm.ofVersion(meeting.version())), model);
    }

    @PostMapping
    String cancel(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        MeetingView meeting = planning.toMove(id);
        return saving.save(
                SentForm.of(fields),
                new ReasonedDeed(
                        "reason",
                        "meeting.refusal.reason",
                        sent -> cancelled(meeting, sent),
                        () -> SentForm.ofVersion(planning.meeting(id).version()),
                        again -> page(meeting, again, model)),
                response);
    }

    private String cancelled(MeetingView meeting, SentForm sent) {
        planning.cancel(meeting.id(), sent.version(), FreeText.of(sent, "reason"));
        return "/partnerships/" + meeting.partnership() + "/meetings";
    }

    private String page(MeetingView meeting, FormAgain again, Model model) {
        model.addAttribute("partnership", planning.partnership(meeting.partnership()));
        model.addAttribute("meeting", meeting);
        model.addAttribute("together", gatherings.open(meeting).size());
        model.addAttribute("again", again);
        return "meeting/plan/cancellation";
    }
}
