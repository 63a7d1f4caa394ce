package se.samverkan.meeting.minutes;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samverkan.shared.page.FormErrors;

/**
 * A meeting, before, during and after it: the same page on the projector and on the phones. New paragraphs come by themselves
 * every few seconds; nothing that somebody is writing is touched.
 */
@Controller
@RequestMapping("/meetings/{id}")
class MeetingController {

    private final MeetingPage page;
    private final Notes notes;

    MeetingController(MeetingPage page, Notes notes) {
        this.page = page;
        this.notes = notes;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return shown(id, FormErrors.none(), model);
    }

    String shown(long id, FormErrors errors, Model model) {
        model.addAttribute("now", page.read(id));
        model.addAttribute("errors", errors);
        return "meeting/minutes/meeting";
    }

    /** The paragraphs, where there are others than those that were seen; else nothing. */
    @GetMapping("/live")
    Object live(@PathVariable long id, @RequestParam(defaultValue = "") String seen) {
        if (notes.state(id).equals(seen)) {
            return new ResponseEntity<Void>(HttpStatus.NO_CONTENT);
        }
        return new ModelAndView("meeting/minutes/live").addObject("now", page.read(id));
    }
}
