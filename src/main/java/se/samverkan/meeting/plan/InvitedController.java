package se.samverkan.meeting.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.meeting.MeetingView;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** Who is invited to a meeting, and who came. */
@Controller
@RequestMapping("/meetings/{id}/invited")
class InvitedController {

    private final Planning planning;
    private final Inviting inviting;
    private final OutsideGuests outside;
    private final OnceOnPage once;
    private final TransactionTemplate reading;

    InvitedController(
            Planning planning,
            Inviting inviting,
            OutsideGuests outside,
            OnceOnPage once,
            TransactionTemplate transactions) {
        this.planning = planning;
        this.inviting = inviting;
        this.outside = outside;
        this.once = once;
        this.reading = transactions;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, FormErrors.none(), model);
    }

    @PostMapping
    String invite(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        MeetingView meeting = planning.toChange(id);
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> inviting.invite(meeting, people(sent)),
                address(id),
                errors -> page(id, errors, model),
                response);
    }

    @PostMapping("/{person}/removal")
    String uninvite(
            @PathVariable long id,
            @PathVariable long person,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        MeetingView meeting = planning.toChange(id);
        return once.does(
                SentForm.of(fields),
                () -> inviting.uninvite(meeting, person),
                address(id),
                errors -> page(id, errors, model),
                response);
    }

    @PostMapping("/attendance")
    String tick(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        MeetingView meeting = planning.toChange(id);
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> {
                    inviting.tick(meeting, people(sent));
                    outside.tick(meeting, ids(sent, "guest"));
                },
                meeting.address(),
                errors -> page(id, errors, model),
                response);
    }

    private static List<Long> people(SentForm sent) {
        return ids(sent, "person");
    }

    private static List<Long> ids(SentForm sent, String field) {
        return sent.all(field).stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    private static String address(long id) {
        return "/meetings/" + id + "/invited";
    }

    String page(long id, FormErrors errors, Model model) {
        reading.executeWithoutResult(status -> {
            MeetingView meeting = planning.toChange(id);
            model.addAttribute("partnership", planning.partnership(meeting.partnership()));
            model.addAttribute("meeting", meeting);
            model.addAttribute("guests", inviting.guests(id));
            model.addAttribute("others", inviting.others(meeting));
            model.addAttribute("missing", inviting.missing(meeting).size());
            List<OutsideGuest> guests = outside.of(id);
            model.addAttribute("outside", guests);
            model.addAttribute("unreached", outside.unreached(guests));
        });
        model.addAttribute("errors", errors);
        return "meeting/plan/invited";
    }
}
