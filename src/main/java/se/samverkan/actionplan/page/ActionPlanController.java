package se.samverkan.actionplan.page;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlannedTerms;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.discussion.Discussion;

/** The pages of a plan: as it is written, as one thread, as the wall of the staff room shows it, and what the programme asks. */
@Controller
@RequestMapping("/action-plans/{id}")
class ActionPlanController {

    private final Plans plans;
    private final PlanReading reading;
    private final PlannedTerms terms;
    private final Discussion discussion;

    ActionPlanController(Plans plans, PlanReading reading, PlannedTerms terms, Discussion discussion) {
        this.plans = plans;
        this.reading = reading;
        this.terms = terms;
        this.discussion = discussion;
    }

    @GetMapping
    String show(@PathVariable long id, @RequestParam(defaultValue = "0") long removed, Model model) {
        model.addAttribute("now", reading.read(id));
        model.addAttribute("removed", removed);
        return "actionplan/page/plan";
    }

    /** The red thread as one picture, and every break in it. */
    @GetMapping("/thread")
    String thread(@PathVariable long id, Model model) {
        model.addAttribute("now", reading.read(id));
        return "actionplan/page/thread";
    }

    /** One page for the wall. */
    @GetMapping("/wall")
    String wall(@PathVariable long id, Model model) {
        model.addAttribute("now", reading.read(id));
        return "actionplan/page/wall";
    }

    /** The questions that the programme asks of a plan, each with what people say of it. */
    @GetMapping("/checks")
    @Transactional(readOnly = true)
    public String checks(@PathVariable long id, Model model) {
        PlanView plan = plans.plan(id);
        model.addAttribute("plan", plan);
        model.addAttribute("checks", terms.variant(plans.partnership(plan)).checks());
        model.addAttribute("comments", discussion.of("actionplan", id));
        return "actionplan/page/checks";
    }

    /** Fetches areas and causes that the analysis has come to since. */
    @PostMapping("/refilling")
    String refill(@PathVariable long id) {
        plans.refill(id);
        return "redirect:/action-plans/" + id;
    }
}
