package se.samverkan.intervention.occasion;

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
import se.samverkan.intervention.commission.CommissionView.Part;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The page of the detailed plan of a commission: what holds, what is proposed and how it differs, and the own side's draft. */
@Controller
@RequestMapping("/commissions/{id}/plan")
class SubPlanController {

    private static final int LONGEST = 5_000;

    private final SubPlans plans;
    private final Commissions commissions;
    private final Saving saving;
    private final OnceOnPage once;
    private final TransactionTemplate reading;

    SubPlanController(
            SubPlans plans, Commissions commissions, Saving saving, OnceOnPage once, TransactionTemplate transactions) {
        this.plans = plans;
        this.commissions = commissions;
        this.saving = saving;
        this.once = once;
        this.reading = transactions;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, FormAgain.shown(SentForm.empty()), model);
    }

    private String page(long id, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            SubPlan plan = plans.of(id);
            Optional<PlanVersion> open = plan.draft().or(plan::proposal);
            List<Part> parts = commissions.parts(plan.commission());
            model.addAttribute("plan", plan);
            model.addAttribute("parts", parts);
            model.addAttribute(
                    "proposed",
                    plan.proposal()
                            .map(each -> Difference.between(plan.holding(), each))
                            .orElse(List.of()));
            model.addAttribute(
                    "drafted",
                    plan.draft()
                            .map(each -> Difference.between(plan.holding(), each))
                            .orElse(List.of()));
            model.addAttribute(
                    "clashes",
                    plan.side().isPresent() ? open.map(plans::clashes).orElse(List.of()) : List.of());
        });
        model.addAttribute("again", again);
        return "intervention/occasion/plan";
    }

    private String page(long id, FormErrors errors, Model model) {
        return page(id, new FormAgain(SentForm.empty(), errors, List.of()), model);
    }

    @PostMapping("/draft")
    String begin(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        plans.of(id);
        return does(id, fields, () -> plans.begin(id), response, model);
    }

    @PostMapping("/draft/removal")
    String throwAway(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        plans.of(id);
        return does(id, fields, () -> plans.throwAway(id), response, model);
    }

    @PostMapping("/draft/occasions/{occasion}/removal")
    String remove(
            @PathVariable long id,
            @PathVariable long occasion,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        plans.of(id);
        return does(id, fields, () -> plans.remove(id, occasion), response, model);
    }

    private String does(
            long id, MultiValueMap<String, String> fields, Runnable deed, HttpServletResponse response, Model model) {
        return once.does(
                SentForm.of(fields), deed, "/commissions/" + id + "/plan", errors -> page(id, errors, model), response);
    }

    @PostMapping("/proposal")
    String propose(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        plans.of(id);
        return saving.save(SentForm.of(fields), new Said(id, "proposal-words", model), response);
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        plans.of(id);
        return saving.save(SentForm.of(fields), new Said(id, "answer-words", model), response);
    }

    /** What one side says of a plan: the words with its own proposal, or its answer to the other's. */
    private final class Said implements Saving.Form {

        private final long id;
        private final String field;
        private final Model model;

        Said(long id, String field, Model model) {
            this.id = id;
            this.field = field;
            this.model = model;
        }

        private boolean refuses(SentForm sent) {
            return sent.text("answer").equals("REFUSE");
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (refuses(sent) && sent.text(field).isEmpty()) {
                errors = errors.with(field, "commission.refusal.why");
            } else if (sent.text(field).length() > LONGEST) {
                errors = errors.with(field, "intervention.refusal.long", LONGEST);
            }
            return FreeText.errors(errors, sent, field);
        }

        @Override
        public String save(SentForm sent) {
            FreeText words = FreeText.of(sent, field);
            long proposal = OccasionFields.id(sent, "proposal").orElse(0L);
            if (field.equals("proposal-words")) {
                plans.propose(id, sent.text("standing"), words);
            } else if (refuses(sent)) {
                plans.refuse(id, proposal, words);
            } else {
                plans.agree(id, proposal, words);
            }
            return "/commissions/" + id + "/plan";
        }

        @Override
        public String page(FormAgain again) {
            return SubPlanController.this.page(id, again, model);
        }
    }
}
