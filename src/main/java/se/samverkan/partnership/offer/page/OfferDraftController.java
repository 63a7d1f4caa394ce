package se.samverkan.partnership.offer.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.offer.OfferMaking;
import se.samverkan.partnership.offer.OfferSending;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.partnership.offer.page.OfferTargets.Editing;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A draft: changed, sent, or put away. */
@Controller
@RequestMapping(OffersController.ADDRESS + "/{offer}")
class OfferDraftController {

    private final Offers offers;
    private final OfferMaking making;
    private final OfferSending sending;
    private final OfferTargets targets;
    private final OfferPage page;
    private final Saving saving;

    OfferDraftController(
            Offers offers,
            OfferMaking making,
            OfferSending sending,
            OfferTargets targets,
            OfferPage page,
            Saving saving) {
        this.offers = offers;
        this.making = making;
        this.sending = sending;
        this.targets = targets;
        this.page = page;
        this.saving = saving;
    }

    @GetMapping("/edit")
    String edit(@PathVariable long offer, Model model) {
        Editing draft = targets.toEdit(offer);
        return form(draft, FormAgain.shown(DraftForm.of(draft.offer())), model);
    }

    @PostMapping("/edit")
    String change(
            @PathVariable long offer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(targets.toEdit(offer), model), response);
    }

    @PostMapping("/sending")
    String send(
            @PathVariable long offer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        offers.offerToRun(offer);
        String after = OffersController.ADDRESS + "/" + offer;
        return saving.save(
                SentForm.of(fields),
                page.button(offer, after, sent -> sending.send(offer, sent.version()), model),
                response);
    }

    @PostMapping("/removal")
    String leave(
            @PathVariable long offer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        offers.offerToRun(offer);
        return saving.save(
                SentForm.of(fields),
                page.button(offer, OffersController.ADDRESS, sent -> making.leave(offer, sent.version()), model),
                response);
    }

    private static String form(Editing draft, FormAgain again, Model model) {
        model.addAttribute("target", draft.target());
        model.addAttribute("offer", draft.offer());
        model.addAttribute("again", again);
        return "partnership/offer/page/draft";
    }

    private final class OneForm implements Saving.Form {

        private final Editing draft;
        private final Model model;

        OneForm(Editing draft, Model model) {
            this.draft = draft;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return DraftForm.errors(sent, draft.target(), offers.today());
        }

        @Override
        public String save(SentForm sent) {
            making.change(
                    draft.offer().id(),
                    sent.version(),
                    DraftForm.draft(sent, draft.target(), draft.offer().owner().id()));
            return OffersController.ADDRESS + "/" + draft.offer().id();
        }

        @Override
        public SentForm now() {
            return DraftForm.of(offers.offer(draft.offer().id()));
        }

        @Override
        public List<Compared> compared() {
            return DraftForm.COMPARED;
        }

        @Override
        public String page(FormAgain again) {
            return form(draft, again, model);
        }
    }
}
