package se.samverkan.partnership.offer.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.offer.Offer;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.partnership.offer.ReserveOffering;
import se.samverkan.partnership.offer.Starting;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** What follows the answers: the partnership starts, or the next reserve gets an offer. */
@Controller
@RequestMapping(OffersController.ADDRESS + "/{offer}")
class FollowingController {

    private final Offers offers;
    private final Starting starting;
    private final ReserveOffering reserves;
    private final OfferPage page;
    private final Saving saving;

    FollowingController(Offers offers, Starting starting, ReserveOffering reserves, OfferPage page, Saving saving) {
        this.offers = offers;
        this.starting = starting;
        this.reserves = reserves;
        this.page = page;
        this.saving = saving;
    }

    @PostMapping("/start")
    String start(
            @PathVariable long offer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Offer started = offers.offerToRun(offer);
        return saving.save(
                SentForm.of(fields),
                page.button(
                        offer,
                        OffersController.ADDRESS + "/" + offer,
                        sent -> starting.start(started.partnership(), sent.version()),
                        model),
                response);
    }

    @PostMapping("/units/{unit}/reserve")
    String offerNext(
            @PathVariable long offer,
            @PathVariable String unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        String key = offers.offerToRun(offer)
                .unit(unit)
                .orElseThrow(Refusal::notSeen)
                .key();
        return saving.save(
                SentForm.of(fields),
                new Saving.Form() {
                    @Override
                    public FormErrors errors(SentForm sent) {
                        return FormErrors.none();
                    }

                    @Override
                    public String save(SentForm sent) {
                        return OffersController.ADDRESS + "/"
                                + reserves.offerNext(offer, key, FreeText.of(sent, "note"));
                    }

                    @Override
                    public String page(FormAgain again) {
                        return page.show(offer, again, model);
                    }
                },
                response);
    }
}
