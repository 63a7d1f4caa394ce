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
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** Shares the facilitators' drafts, and closes a meeting: each on a page that says what will happen. */
@Controller("meetingClosingController")
@RequestMapping("/meetings/{id}")
class ClosingController {

    private final Closing closing;
    private final Planning planning;
    private final OnceOnPage once;

    ClosingController(Closing closing, Planning planning, OnceOnPage once) {
        this.closing = closing;
        this.planning = planning;
        this.once = once;
    }

    @GetMapping("/sharing")
    String sharing(@PathVariable long id, Model model) {
        return page("sharing", closing.toShare(id), FormErrors.none(), model);
    }

    @PostMapping("/sharing")
    String share(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        MeetingView meeting = closing.toShare(id);
        return once.does(
                SentForm.of(fields),
                () -> closing.share(id),
                meeting.address(),
                errors -> page("sharing", meeting, errors, model),
                response);
    }

    @GetMapping("/closing")
    String closing(@PathVariable long id, Model model) {
        return page("closing", closing.toClose(id), FormErrors.none(), model);
    }

    @PostMapping("/closing")
    String close(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        MeetingView meeting = closing.toClose(id);
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> closing.close(id, sent.version()),
                meeting.address(),
                errors -> page("closing", closing.toClose(id), errors, model),
                response);
    }

    private String page(String name, MeetingView meeting, FormErrors errors, Model model) {
        model.addAttribute("partnership", planning.partnership(meeting.partnership()));
        model.addAttribute("meeting", meeting);
        model.addAttribute("drafts", closing.drafts(meeting.id()));
        model.addAttribute("errors", errors);
        return "meeting/minutes/" + name;
    }
}
