package se.samverkan.partnership.offer.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.partnership.offer.Offers;

/** The offers that the reader knows of: where each is, its last day, and who has not answered. */
@Controller
@RequestMapping(OffersController.ADDRESS)
class OffersController {

    static final String ADDRESS = "/partnerships/offers";

    private final Offers offers;

    OffersController(Offers offers) {
        this.offers = offers;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("offers", offers.all());
        model.addAttribute("mayMake", offers.areMadeByActor());
        model.addAttribute("today", offers.today());
        return "partnership/offer/page/offers";
    }
}
