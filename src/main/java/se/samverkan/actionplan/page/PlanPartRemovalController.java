package se.samverkan.actionplan.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** Removes a part, shows what has been removed, and takes it back within 30 days. */
@Controller
@RequestMapping("/action-plans/{id}")
class PlanPartRemovalController {

    private final Plans plans;
    private final PlanWriting writing;
    private final PlanPartPage pages;
    private final OnceOnPage once;

    PlanPartRemovalController(Plans plans, PlanWriting writing, PlanPartPage pages, OnceOnPage once) {
        this.plans = plans;
        this.writing = writing;
        this.pages = pages;
        this.once = once;
    }

    @PostMapping("/parts/{part}/removal")
    String remove(
            @PathVariable long id,
            @PathVariable long part,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return once.does(
                SentForm.of(fields),
                () -> writing.remove(id, part),
                "/action-plans/" + id + "?removed=" + part,
                errors -> pages.of(id, part, Optional.empty(), errors, model),
                response);
    }

    @PostMapping("/parts/{part}/restoration")
    String restore(@PathVariable long id, @PathVariable long part) {
        writing.restore(id, part);
        return "redirect:/action-plans/" + id + "#part-" + part;
    }

    @GetMapping("/removed")
    String removed(@PathVariable long id, Model model) {
        PlanView plan = plans.toWrite(id);
        model.addAttribute("plan", plan);
        model.addAttribute("parts", writing.removed(plan));
        return "actionplan/page/removed";
    }
}
