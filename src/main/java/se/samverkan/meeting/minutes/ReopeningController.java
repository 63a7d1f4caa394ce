package se.samverkan.meeting.minutes;

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
import se.samverkan.meeting.plan.Planning;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
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
        return saving.save(SentForm.of(fields), new Reopened(closing.toReopen(id), model), response);
    }

    private String page(MeetingView meeting, FormAgain again, Model model) {
        model.addAttribute("partnership", planning.partnership(meeting.partnership()));
        model.addAttribute("meeting", meeting);
        model.addAttribute("again", again);
        return "meeting/minutes/reopening";
    }

    private final class Reopened implements Saving.Form {

        private final MeetingView meeting;
        private final Model model;

        Reopened(MeetingView meeting, Model model) {
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
            closing.reopen(meeting.id(), sent.version(), FreeText.of(sent, "reason"));
            return meeting.address();
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
            return ReopeningController.this.page(meeting, again, model);
        }
    }
}
