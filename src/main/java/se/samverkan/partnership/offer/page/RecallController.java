package se.samverkan.partnership.offer.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.offer.Offer;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.partnership.offer.TakingBack;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.ReasonedDeed;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A sent offer taken back by those who made it, with a reason that the organiser reads. */
@Controller
@RequestMapping(OffersController.ADDRESS + "/{offer}/taking-back")
class RecallController {

    private final Offers offers;
    private final TakingBack takingBack;
    private final Saving saving;

    RecallController(Offers offers, TakingBack takingBack, Saving saving) {
        this.offers = offers;
        this.takingBack = takingBack;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long offer, Model model) {
        Offer seen = offers.offerToRun(offer);
        return form(seen, FormAgain.shown(now(seen)), model);
    }

    @PostMapping
    String takeBack(
            @PathVariable long offer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        offers.offerToRun(offer);
        return saving.save(
                SentForm.of(fields),
                new ReasonedDeed(
                        "reason",
                        "partnership.offer.refusal.taken-back-why",
                        sent -> takenBack(offer, sent),
                        () -> now(offers.offerToRun(offer)),
                        again -> form(offers.offerToRun(offer), again, model)),
                response);
    }

    private String takenBack(long offer, SentForm sent) {
        takingBack.takeBack(offer, sent.version(), FreeText.of(sent, "reason"));
        return OffersController.ADDRESS + "/" + offer;
    }

    private static SentForm now(Offer offer) {
        return SentForm.ofVersion(offer.version()).with("reason", "");
    }

    private static String form(Offer offer, FormAgain again, Model model) {
        model.addAttribute("offer", offer);
        model.addAttribute("again", again);
        return "partnership/offer/page/takingback";
    }
}
