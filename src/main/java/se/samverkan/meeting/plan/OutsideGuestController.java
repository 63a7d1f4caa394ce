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
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Invites somebody from outside to a meeting, and takes such an invitation back. */
@Controller
@RequestMapping("/meetings/{id}/guests")
class OutsideGuestController {

    private final Planning planning;
    private final OutsideGuests guests;
    private final InvitedController invited;
    private final Saving saving;
    private final OnceOnPage once;

    OutsideGuestController(
            Planning planning, OutsideGuests guests, InvitedController invited, Saving saving, OnceOnPage once) {
        this.planning = planning;
        this.guests = guests;
        this.invited = invited;
        this.saving = saving;
        this.once = once;
    }

    @GetMapping("/new")
    String show(@PathVariable long id, Model model) {
        return page(planning.toChange(id), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/new")
    String invite(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new InvitedGuest(planning.toChange(id), model), response);
    }

    @PostMapping("/{guest}/removal")
    String remove(
            @PathVariable long id,
            @PathVariable long guest,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        MeetingView meeting = planning.toChange(id);
        return once.does(
                SentForm.of(fields),
                () -> guests.remove(meeting, guest),
                meeting.address() + "/invited",
                errors -> invited.page(id, errors, model),
                response);
    }

    private String page(MeetingView meeting, FormAgain again, Model model) {
        model.addAttribute("partnership", planning.partnership(meeting.partnership()));
        model.addAttribute("meeting", meeting);
        model.addAttribute("again", again);
        return "meeting/plan/guest";
    }

    private final class InvitedGuest implements Saving.Form {

        private final MeetingView meeting;
        private final Model model;

        InvitedGuest(MeetingView meeting, Model model) {
            this.meeting = meeting;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            String name = sent.text("guest-name");
            if (name.isEmpty() || name.length() > OutsideGuests.LONGEST_NAME) {
                errors = errors.with("guest-name", "meeting.refusal.guest-name", OutsideGuests.LONGEST_NAME);
            }
            if (!OutsideGuests.isAddress(sent.text("guest-email"))) {
                errors = errors.with("guest-email", "meeting.refusal.guest-email");
            }
            return FreeText.errors(errors, sent, "guest-name");
        }

        @Override
        public String save(SentForm sent) {
            guests.invite(meeting, FreeText.of(sent, "guest-name"), sent.text("guest-email"));
            return meeting.address() + "/invited";
        }

        @Override
        public String page(FormAgain again) {
            return OutsideGuestController.this.page(meeting, again, model);
        }
    }
}
