package se.samverkan.intervention.occasion;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The form for an occasion of the own side's draft. */
@Controller
@RequestMapping("/commissions/{id}/plan/draft/occasions")
class OccasionDraftController {

    private final SubPlans plans;
    private final Commissions commissions;
    private final Saving saving;
    private final TransactionTemplate reading;

    OccasionDraftController(SubPlans plans, Commissions commissions, Saving saving, TransactionTemplate transactions) {
        this.plans = plans;
        this.commissions = commissions;
        this.saving = saving;
        this.reading = transactions;
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    public String empty(@PathVariable long id, Model model) {
        return page(plans.toWrite(id), null, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/new")
    String add(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(plans.toWrite(id), null, model), response);
    }

    @GetMapping("/{occasion:\\d+}")
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, @PathVariable long occasion, Model model) {
        SubPlan plan = plans.toWrite(id);
        return page(plan, occasion, FormAgain.shown(OccasionFields.of(plan.toChange(occasion))), model);
    }

    @PostMapping("/{occasion:\\d+}")
    String change(
            @PathVariable long id,
            @PathVariable long occasion,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(plans.toWrite(id), occasion, model), response);
    }

    private String page(SubPlan plan, @Nullable Long occasion, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            model.addAttribute("leaders", plans.leaders(plan.commission()));
            model.addAttribute("parts", commissions.parts(plan.commission()));
        });
        model.addAttribute("commission", plan.commission());
        model.addAttribute("occasion", Optional.ofNullable(occasion));
        model.addAttribute("again", again);
        return "intervention/occasion/form";
    }

    private final class OneForm implements Saving.Form {

        private final SubPlan plan;
        private final @Nullable Long occasion;
        private final Model model;

        OneForm(SubPlan plan, @Nullable Long occasion, Model model) {
            this.plan = plan;
            this.occasion = occasion;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return OccasionFields.errors(sent);
        }

        @Override
        public String save(SentForm sent) {
            long commission = plan.commission().id();
            String reason = OccasionFields.numberReason(sent);
            if (occasion == null) {
                plans.add(commission, OccasionFields.id(sent, "partnership"), OccasionFields.text(sent), reason);
            } else {
                plans.change(commission, occasion, sent.version(), OccasionFields.text(sent), reason);
            }
            return plan.commission().address() + "/plan#draft";
        }

        @Override
        public SentForm now() {
            return occasion == null
                    ? SentForm.empty()
                    : OccasionFields.of(plans.toWrite(plan.commission().id()).toChange(occasion));
        }

        @Override
        public List<Compared> compared() {
            return OccasionFields.compared();
        }

        @Override
        public String page(FormAgain again) {
            return OccasionDraftController.this.page(plan, occasion, again, model);
        }
    }
}
