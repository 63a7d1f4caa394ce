package se.samverkan.actionplan.serving;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.SentForm;

/** The organiser's plan and the units' plans side by side, reached from any of them. */
@Controller
@RequestMapping("/action-plans/{id}/together")
class ServingController {

    private final Servings servings;
    private final OnceOnPage once;

    ServingController(Servings servings, OnceOnPage once) {
        this.servings = servings;
        this.once = once;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, Model model) {
        return page(id, FormErrors.none(), model);
    }

    @PostMapping
    String serve(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long part,
            @RequestParam(defaultValue = "0") long upper,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return once.does(
                SentForm.of(fields),
                () -> servings.serve(id, part, upper),
                address(id),
                errors -> page(id, errors, model),
                response);
    }

    @PostMapping("/{serving}/end")
    String end(@PathVariable long id, @PathVariable long serving) {
        servings.end(id, serving);
        return "redirect:" + address(id);
    }

    private static String address(long id) {
        return "/action-plans/" + id + "/together";
    }

    private String page(long id, FormErrors errors, Model model) {
        PlansTogether together = servings.together(id);
        model.addAttribute("together", together);
        model.addAttribute("own", choices(together.parts(together.plan())));
        model.addAttribute(
                "upper",
                together.upper().map(upper -> choices(together.parts(upper))).orElse(List.of()));
        model.addAttribute("errors", errors);
        return "actionplan/serving/together";
    }

    /** The areas and goals of a plan, each area before its goals. */
    private static List<Option> choices(PlanParts parts) {
        List<Option> choices = new ArrayList<>();
        for (PlanPart area : parts.of(PlanPartKind.AREA)) {
            choices.add(new Option(Long.toString(area.id()), area.number() + ". " + area.title()));
            parts.below(area, PlanPartKind.GOAL)
                    .forEach(goal -> choices.add(new Option(Long.toString(goal.id()), "– " + goal.title())));
        }
        return choices;
    }
}
