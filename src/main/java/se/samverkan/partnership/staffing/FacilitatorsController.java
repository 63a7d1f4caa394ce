package se.samverkan.partnership.staffing;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samverkan.shared.Period;

/** How much each facilitator and analyst has to do, term by term. */
@Controller
class FacilitatorsController {

    private static final int TERMS = 6;

    private final Loads loads;
    private final StoredStaffing days;

    FacilitatorsController(Loads loads, StoredStaffing days) {
        this.loads = loads;
        this.days = days;
    }

    @GetMapping("/partnerships/facilitators")
    String show(Model model) {
        model.addAttribute("loads", loads.all());
        model.addAttribute("terms", Load.terms(Period.termOf(days.today()), TERMS));
        return "partnership/staffing/facilitators";
    }
}
