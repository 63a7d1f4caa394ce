package se.samverkan.intervention.load;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How much providers, and those who lead, have to do term by term; empty terms and double bookings with them. */
@Controller
class CommissionLoadController {

    private final CommissionLoads loads;

    CommissionLoadController(CommissionLoads loads) {
        this.loads = loads;
    }

    @GetMapping("/commission-load")
    @Transactional(readOnly = true)
    public String providers(Model model) {
        model.addAttribute("rows", loads.providers());
        return page("providers", model);
    }

    @GetMapping("/commission-load/leaders")
    @Transactional(readOnly = true)
    public String leaders(Model model) {
        model.addAttribute("rows", loads.leaders());
        return page("leaders", model);
    }

    private String page(String of, Model model) {
        model.addAttribute("of", of);
        model.addAttribute("terms", loads.terms());
        model.addAttribute("doubles", loads.doubles());
        return "intervention/load/load";
    }
}
