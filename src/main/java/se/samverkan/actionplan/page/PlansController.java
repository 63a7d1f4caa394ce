package se.samverkan.actionplan.page;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Refusal;

/** The plans of a case: those that the reader may read, and the way to begin one's own. */
@Controller
@RequestMapping("/partnerships/{partnership}/action-plans")
class PlansController {

    private final Plans plans;
    private final Partnerships partnerships;
    private final Rights rights;

    PlansController(Plans plans, Partnerships partnerships, Rights rights) {
        this.plans = plans;
        this.partnerships = partnerships;
        this.rights = rights;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String list(@PathVariable long partnership, Model model) {
        rights.require(Verb.READ_ACTION_PLAN);
        PartnershipView view = partnerships.find(partnership).orElseThrow(Refusal::notSeen);
        model.addAttribute("partnership", view);
        model.addAttribute("plans", plans.ofPartnership(partnership));
        model.addAttribute("mine", plans.mayBegin(view));
        return "actionplan/page/plans";
    }

    /** Begins the plan of a unit, filled from its analysis; sent twice, it leads to the same one. */
    @PostMapping
    String begin(@PathVariable long partnership, @RequestParam long unit) {
        return "redirect:/action-plans/" + plans.begin(partnership, unit);
    }
}
