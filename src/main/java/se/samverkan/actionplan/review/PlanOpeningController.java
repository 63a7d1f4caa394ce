package se.samverkan.actionplan.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Opens a plan to named people of the other side, and ends it. */
@Controller
@RequestMapping("/action-plans/{id}/openings")
class PlanOpeningController {

    private static final int WEEKS = 4;

    private final Plans plans;
    private final PlanOpenings openings;
    private final Saving saving;

    PlanOpeningController(Plans plans, PlanOpenings openings, Saving saving) {
        this.plans = plans;
        this.openings = openings;
        this.saving = saving;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, Model model) {
        PlanView plan = plans.deciding(id);
        SentForm form =
                SentForm.empty().with("until", openings.today().plusWeeks(WEEKS).toString());
        return page(plan, FormAgain.shown(form), model);
    }

    @PostMapping
    String open(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(plans.deciding(id), model), response);
    }

    @PostMapping("/{opening}/end")
    String end(@PathVariable long id, @PathVariable long opening) {
        openings.end(id, opening);
        return "redirect:/action-plans/" + id + "/openings";
    }

    private String page(PlanView plan, FormAgain again, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("openings", openings.of(plan));
        model.addAttribute("supporters", openings.supporters(plan));
        model.addAttribute("again", again);
        return "actionplan/review/openings";
    }

    private static Set<Long> people(SentForm sent) {
        return sent.all("person").stream()
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .collect(Collectors.toSet());
    }

    private final class OneForm implements Saving.Form {

        private final PlanView plan;
        private final Model model;

        OneForm(PlanView plan, Model model) {
            this.plan = plan;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = people(sent).isEmpty()
                    ? FormErrors.none().with("person", "actionplan.refusal.nobody")
                    : FormErrors.none();
            return sent.day("until").isEmpty() ? errors.with("until", "actionplan.refusal.until") : errors;
        }

        @Override
        public String save(SentForm sent) {
            openings.open(plan.id(), people(sent), sent.day("until").orElseThrow());
            return plan.address() + "/openings";
        }

        @Override
        public String page(FormAgain again) {
            return PlanOpeningController.this.page(plan, again, model);
        }
    }
}
