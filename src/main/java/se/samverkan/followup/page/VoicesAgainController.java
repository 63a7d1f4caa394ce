package se.samverkan.followup.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Words;
import se.samverkan.survey.Voices;

/** Voices again: the same questions put twice at a unit, and how much the answers have changed. */
@Controller
class VoicesAgainController {

    private final FollowedPlans plans;
    private final Voices voices;
    private final PageSource source;
    private final TransactionTemplate reading;

    VoicesAgainController(FollowedPlans plans, Voices voices, PageSource source, TransactionTemplate transactions) {
        this.plans = plans;
        this.voices = voices;
        this.source = source;
        this.reading = transactions;
    }

    @GetMapping("/follow-ups/{plan}/voices")
    String show(@PathVariable long plan, HttpServletRequest request, Model model) {
        Words words = source.of(request).words();
        reading.executeWithoutResult(status -> {
            FollowedPlan followed = plans.plan(plan);
            model.addAttribute("followed", followed);
            model.addAttribute(
                    "changes",
                    voices.changes(followed.partnership().id(), followed.plan().unit(), words));
        });
        return "followup/page/voices";
    }
}
