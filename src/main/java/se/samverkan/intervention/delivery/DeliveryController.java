package se.samverkan.intervention.delivery;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of a commission: its occasions against what was planned, and how much of it reached whom. */
@Controller
class DeliveryController {

    private final CommissionDeliveries deliveries;

    DeliveryController(CommissionDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping("/commissions/{id}/delivery")
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, Model model) {
        model.addAttribute("whole", deliveries.of(id));
        return "intervention/delivery/delivery";
    }
}
