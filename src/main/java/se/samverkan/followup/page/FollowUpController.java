package se.samverkan.followup.page;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.followup.checkpoint.Checkpoints;
import se.samverkan.followup.goal.Goals;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.followup.sign.Signs;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;

/** The follow-up of a plan on one page, and which plans of a case are followed up. */
@Controller
class FollowUpController {

    private final FollowedPlans plans;
    private final Checkpoints checkpoints;
    private final Signs signs;
    private final Goals goals;
    private final Partnerships partnerships;
    private final TransactionTemplate reading;

    FollowUpController(
            FollowedPlans plans,
            Checkpoints checkpoints,
            Signs signs,
            Goals goals,
            Partnerships partnerships,
            TransactionTemplate transactions) {
        this.plans = plans;
        this.checkpoints = checkpoints;
        this.signs = signs;
        this.goals = goals;
        this.partnerships = partnerships;
        this.reading = transactions;
    }

    @GetMapping("/partnerships/{partnership}/follow-ups")
    String list(@PathVariable long partnership, Model model) {
        reading.executeWithoutResult(status -> {
            PartnershipView view = partnerships.find(partnership).orElseThrow(Refusal::notSeen);
            List<FollowedPlan> followed = plans.ofPartnership(view);
            model.addAttribute("partnership", view);
            model.addAttribute("followed", followed);
            model.addAttribute("missing", checkpoints.missing(followed));
        });
        return "followup/page/followups";
    }

    @GetMapping("/follow-ups/{id}")
    String show(@PathVariable long id, Model model) {
        reading.executeWithoutResult(status -> {
            FollowedPlan followed = plans.plan(id);
            model.addAttribute("followed", followed);
            model.addAttribute("course", new CheckpointCourse(followed, checkpoints.ofPlan(followed), plans));
            model.addAttribute("goals", goals.of(followed));
            model.addAttribute("signs", signs.ofPlan(followed));
            model.addAttribute(
                    "waiting",
                    signs.notes(followed).stream().filter(each -> each.waits()).count());
        });
        return "followup/page/followup";
    }
}
