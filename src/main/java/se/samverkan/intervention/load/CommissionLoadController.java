package se.samverkan.intervention.load;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How much providers, and those who lead, have to do term by term; empty terms and double bookings with them. */
@Controller
class CommissionLoadController {

    private final CommissionLoads loads;
    private final DoubleBookings doubles;

    CommissionLoadController(CommissionLoads loads, DoubleBookings doubles) {
        this.loads = loads;
        this.doubles = doubles;
    }

    @GetMapping("/commission-load")
    @Transactional(readOnly = true)
    public String providers(Locale locale, Model model) {
        model.addAttribute("rows", loads.providers());
        return page("providers", locale, model);
    }

    @GetMapping("/commission-load/leaders")
    @Transactional(readOnly = true)
    public String leaders(Locale locale, Model model) {
        model.addAttribute("rows", loads.leaders());
        return page("leaders", locale, model);
    }

    private String page(String of, Locale locale, Model model) {
        model.addAttribute("of", of);
        model.addAttribute("terms", loads.terms());
        model.addAttribute("doubles", doubles.all(locale));
        return "intervention/load/load";
    }
}
