package se.samverkan.partnership.overview;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.course.Steps;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** Marks a step of a case done, or takes the mark back. */
@Controller
@RequestMapping("/partnerships/{id}/steps")
class StepController {

    private final Steps steps;
    private final CasePage page;
    private final OnceOnPage once;

    StepController(Steps steps, CasePage page, OnceOnPage once) {
        this.steps = steps;
        this.page = page;
        this.once = once;
    }

    @PostMapping
    String mark(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> steps.mark(id, number(sent, "unit"), sent.text("phase"), sent.text("step")),
                "/partnerships/" + id + "#due",
                errors -> page.show(id, errors, model),
                response);
    }

    @PostMapping("/{done}/undoing")
    String undo(
            @PathVariable long id,
            @PathVariable long done,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return once.does(
                SentForm.of(fields),
                () -> steps.undo(id, done),
                "/partnerships/" + id + "#due",
                errors -> page.show(id, errors, model),
                response);
    }

    private static long number(SentForm sent, String field) {
        try {
            return Long.parseLong(sent.text(field));
        } catch (NumberFormatException notANumber) {
            throw Refusal.notSeen();
        }
    }
}
