package se.samverkan.meeting.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.meeting.MeetingView;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Calls a meeting off, with the reason. */
@Controller
@RequestMapping("/meetings/{id}/cancellation")
class CancellationController {

    private final Planning planning;
    private final Saving saving;

    CancellationController(Planning planning, Saving saving) {
        this.planning = planning;
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
        return saving.save(SentForm.of(fields), new Cancelled(planning.toMove(id), model), response);
    }

    private String page(MeetingView meeting, FormAgain again, Model model) {
        model.addAttribute("partnership", planning.partnership(meeting.partnership()));
        model.addAttribute("meeting", meeting);
        model.addAttribute("together", planning.heldAsOne(meeting).size());
        model.addAttribute("again", again);
        return "meeting/plan/cancellation";
    }

    private final class Cancelled implements Saving.Form {

        private final MeetingView meeting;
        private final Model model;

        Cancelled(MeetingView meeting, Model model) {
            this.meeting = meeting;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = sent.text("reason").isEmpty()
                    ? FormErrors.none().with("reason", "meeting.refusal.reason")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "reason");
        }

        @Override
        public String save(SentForm sent) {
            planning.cancel(meeting.id(), sent.version(), FreeText.of(sent, "reason"));
            return "/partnerships/" + meeting.partnership() + "/meetings";
        }

        @Override
        public SentForm now() {
            return SentForm.ofVersion(planning.meeting(meeting.id()).version());
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("reason"));
        }

        @Override
        public String page(FormAgain again) {
            return CancellationController.this.page(meeting, again, model);
        }
    }
}
