package se.samverkan.meeting.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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
import se.samverkan.meeting.plan.Planning;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Origins;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Gives an assignment in a meeting, changes it, removes it and takes it back. */
@Controller
@RequestMapping("/meetings/{meeting}/assignments")
class AssignmentFormController {

    private final Assignments assignments;
    private final Planning planning;
    private final Saving saving;
    private final SentForms sentForms;
    private final Origins origins;
    private final TransactionTemplate reading;

    AssignmentFormController(
            Assignments assignments,
            Planning planning,
            Saving saving,
            SentForms sentForms,
            Origins origins,
            TransactionTemplate transactions) {
        this.assignments = assignments;
        this.planning = planning;
        this.saving = saving;
        this.sentForms = sentForms;
        this.origins = origins;
        this.reading = transactions;
    }

    @GetMapping("/new")
    String empty(
            @PathVariable long meeting,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(name = Origins.FIELD, defaultValue = "") String origin,
            Model model) {
        MeetingView view = assignments.toGive(meeting);
        SentForm form = SentForm.empty()
                .with("item", item)
                .with("what", what)
                .with("who", who)
                .with(Origins.FIELD, origin);
        return page(view, Optional.empty(), FormAgain.shown(form), model);
    }

    @PostMapping("/new")
    String give(
            @PathVariable long meeting,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(
                SentForm.of(fields), new OneForm(assignments.toGive(meeting), Optional.empty(), model), response);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long meeting, @PathVariable long id, Model model) {
        MeetingView view = assignments.toGive(meeting);
        AssignmentView assignment = assignments.assignment(meeting, id);
        return page(view, Optional.of(assignment), FormAgain.shown(form(assignment)), model);
    }

    @PostMapping("/{id}/edit")
    String change(
            @PathVariable long meeting,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        MeetingView view = assignments.toGive(meeting);
        AssignmentView assignment = assignments.assignment(meeting, id);
        return saving.save(SentForm.of(fields), new OneForm(view, Optional.of(assignment), model), response);
    }

    @PostMapping("/{id}/removal")
    String remove(
            @PathVariable long meeting, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    assignments.remove(meeting, id);
                    return "/meetings/" + meeting + "/removed";
                });
    }

    @PostMapping("/{id}/restoration")
    String takeBack(
            @PathVariable long meeting, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    assignments.takeBack(meeting, id);
                    return "/meetings/" + meeting;
                });
    }

    private static SentForm form(AssignmentView assignment) {
        return SentForm.ofVersion(assignment.version())
                .with("what", assignment.what())
                .with("who", Long.toString(assignment.person()))
                .with("due", assignment.due().map(Object::toString).orElse(""));
    }

    private String page(MeetingView meeting, Optional<AssignmentView> assignment, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            model.addAttribute("partnership", planning.partnership(meeting.partnership()));
            model.addAttribute("people", assignments.people(meeting));
        });
        model.addAttribute("meeting", meeting);
        model.addAttribute("assignment", assignment);
        model.addAttribute("again", again);
        return "meeting/assignment/form";
    }

    private final class OneForm implements Saving.Form {

        private final MeetingView meeting;
        private final Optional<AssignmentView> assignment;
        private final Model model;

        OneForm(MeetingView meeting, Optional<AssignmentView> assignment, Model model) {
            this.meeting = meeting;
            this.assignment = assignment;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            String what = sent.text("what");
            if (what.isEmpty()) {
                errors = errors.with("what", "meeting.refusal.what");
            } else if (what.length() > Assignments.MOST_LETTERS) {
                errors = errors.with("what", "meeting.refusal.too-long", what.length(), Assignments.MOST_LETTERS);
            }
            if (number(sent, "who").isEmpty()) {
                errors = errors.with("who", "meeting.refusal.who");
            }
            if (!sent.text("due").isEmpty() && sent.day("due").isEmpty()) {
                errors = errors.with("due", "meeting.refusal.day");
            }
            return FreeText.errors(errors, sent, "what");
        }

        @Override
        public String save(SentForm sent) {
            FreeText what = FreeText.of(sent, "what");
            long who = number(sent, "who").orElse(0L);
            if (assignment.isPresent()) {
                assignments.change(meeting.id(), assignment.get().id(), sent.version(), what, who, sent.day("due"));
            } else {
                long given = assignments.give(meeting.id(), what, who, sent.day("due"), number(sent, "item"));
                origins.made(sent, "ASSIGNMENT", what.text(), meeting.address() + "/assignments/" + given);
            }
            return meeting.address();
        }

        private static Optional<Long> number(SentForm sent, String field) {
            return Optional.of(sent.text(field))
                    .filter(text -> text.matches("[1-9]\\d{0,17}"))
                    .map(Long::valueOf);
        }

        @Override
        public SentForm now() {
            return assignment
                    .map(each -> form(assignments.assignment(meeting.id(), each.id())))
                    .orElseGet(SentForm::empty);
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("what"), Compared.text("who"), Compared.text("due"));
        }

        @Override
        public String page(FormAgain again) {
            return AssignmentFormController.this.page(meeting, assignment, again, model);
        }
    }
}
