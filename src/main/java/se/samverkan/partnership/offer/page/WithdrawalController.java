package se.samverkan.partnership.offer.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
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
import se.samverkan.partnership.offer.Answer;
import se.samverkan.partnership.offer.AnswerReason;
import se.samverkan.partnership.offer.OfferAnswering;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A yes that is taken back before the start, with a reason. */
@Controller
@RequestMapping(OffersController.ADDRESS + "/{offer}/units/{unit}/withdrawal")
class WithdrawalController {

    private final Offers offers;
    private final OfferAnswering answering;
    private final Rights rights;
    private final Saving saving;

    WithdrawalController(Offers offers, OfferAnswering answering, Rights rights, Saving saving) {
        this.offers = offers;
        this.answering = answering;
        this.rights = rights;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long offer, @PathVariable String unit, Model model) {
        return form(offer, unit, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String takeBack(
            @PathVariable long offer,
            @PathVariable String unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        rights.require(Verb.ANSWER_OFFER);
        String key =
                offers.offer(offer).unit(unit).orElseThrow(Refusal::notSeen).key();
        return saving.save(SentForm.of(fields), new OneForm(offer, key, model), response);
    }

    private String form(long id, String unit, FormAgain again, Model model) {
        rights.require(Verb.ANSWER_OFFER);
        var offer = offers.offer(id);
        model.addAttribute("offer", offer);
        model.addAttribute("unit", offer.unit(unit).orElseThrow(Refusal::notSeen));
        model.addAttribute("again", again);
        return "partnership/offer/page/withdrawal";
    }

    private final class OneForm implements Saving.Form {

        private final long offer;
        private final String unit;
        private final Model model;

        OneForm(long offer, String unit, Model model) {
            this.offer = offer;
            this.unit = unit;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (reason(sent).isEmpty()) {
                errors = errors.with("reason", "partnership.offer.refusal.reason");
            }
            if (reason(sent).filter(AnswerReason.OTHER::equals).isPresent()
                    && sent.text("words").isEmpty()) {
                errors = errors.with("words", "partnership.offer.refusal.reason-words");
            }
            return FreeText.errors(errors, sent, "words");
        }

        private static Optional<AnswerReason> reason(SentForm sent) {
            return Stream.of(AnswerReason.values())
                    .filter(each -> each.name().equals(sent.text("reason")))
                    .findFirst();
        }

        @Override
        public String save(SentForm sent) {
            answering.takeBack(offer, unit, new Answer(unit, false, reason(sent), FreeText.of(sent, "words")));
            return OffersController.ADDRESS + "/" + offer;
        }

        @Override
        public String page(FormAgain again) {
            return form(offer, unit, again, model);
        }
    }
}
