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

/** Moves a meeting, in time or to another place: one form, one button, and everybody is told. */
@Controller
@RequestMapping("/meetings/{id}/move")
class MoveController {

    private final Planning planning;
    private final Clashes clashes;
    private final Gatherings gatherings;
    private final Saving saving;

    MoveController(Planning planning, Clashes clashes, Gatherings gatherings, Saving saving) {
        this.planning = planning;
        this.clashes = clashes;
        this.gatherings = gatherings;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        MeetingView meeting = planning.toMove(id);
        return page(meeting, FormAgain.shown(TimeFields.of(meeting)), model);
    }

    @PostMapping
    String move(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Moved(planning.toMove(id), model), response);
    }

    private String page(MeetingView meeting, FormAgain again, Model model) {
        model.addAttribute("partnership", planning.partnership(meeting.partnership()));
        model.addAttribute("meeting", meeting);
        model.addAttribute("together", gatherings.open(meeting).size());
        model.addAttribute("again", again);
        return "meeting/plan/move";
    }

    private final class Moved implements Saving.Form {

        private final MeetingView meeting;
        private final Model model;

        Moved(MeetingView meeting, Model model) {
            this.meeting = meeting;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = TimeFields.errors(FormErrors.none(), sent);
            if (sent.text("reason").isEmpty()) {
                errors = errors.with("reason", "meeting.refusal.reason");
            }
            errors = FreeText.errors(errors, sent, "reason");
            if (!errors.isEmpty()) {
                return errors;
            }
            return Warned.errors(errors, sent, clashes.of(meeting, TimeFields.starts(sent), TimeFields.ends(sent)));
        }

        @Override
        public String save(SentForm sent) {
            planning.move(
                    meeting.id(),
                    sent.version(),
                    TimeFields.starts(sent),
                    TimeFields.ends(sent),
                    sent.text("place"),
                    sent.text("link"),
                    FreeText.of(sent, "reason"));
            return meeting.address();
        }

        @Override
        public SentForm now() {
            return TimeFields.of(planning.meeting(meeting.id()));
        }

        @Override
        public List<Compared> compared() {
            return List.of(
                    Compared.text("day"),
                    Compared.text("time"),
                    Compared.text("minutes"),
                    Compared.text("place"),
                    Compared.text("link"),
                    Compared.text("reason"));
        }

        @Override
        public String page(FormAgain again) {
            return MoveController.this.page(meeting, again, model);
        }
    }
}
