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
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.offer.Offer;
import se.samverkan.partnership.offer.OfferAnswering;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** An offer as it is read and answered. */
@Controller
@RequestMapping(OffersController.ADDRESS + "/{offer}")
class OfferController {

    private final Offers offers;
    private final OfferAnswering answering;
    private final OfferPage page;
    private final Rights rights;
    private final Saving saving;

    OfferController(Offers offers, OfferAnswering answering, OfferPage page, Rights rights, Saving saving) {
        this.offers = offers;
        this.answering = answering;
        this.page = page;
        this.rights = rights;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long offer, Model model) {
        return page.first(offer, model);
    }

    @PostMapping("/answers")
    String answer(
            @PathVariable long offer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        rights.require(Verb.ANSWER_OFFER);
        return saving.save(SentForm.of(fields), new OneForm(offers.offer(offer), model), response);
    }

    /** The answers; what somebody else has answered meanwhile is shown beside, and stands. */
    private final class OneForm implements Saving.Form {

        private final long offer;
        private final AnswerForm form;
        private final Model model;

        OneForm(Offer offer, Model model) {
            this.offer = offer.id();
            this.form = form(offer);
            this.model = model;
        }

        private AnswerForm form(Offer read) {
            return new AnswerForm(answering.askedOfActor(read), answering.waitingForActor(read));
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return form.errors(sent);
        }

        @Override
        public String save(SentForm sent) {
            answering.answer(offer, form.answers(sent), AnswerForm.mandate(sent));
            return OffersController.ADDRESS + "/" + offer;
        }

        @Override
        public SentForm now() {
            return form(offers.offer(offer)).now();
        }

        @Override
        public List<Compared> compared() {
            return form.compared();
        }

        @Override
        public String page(FormAgain again) {
            return page.show(offer, again, model);
        }
    }
}
