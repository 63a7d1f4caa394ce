package se.samverkan.partnership.offer.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.Directory;
import se.samverkan.partnership.offer.OfferMaking;
import se.samverkan.partnership.offer.Offerable;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.selection.DecidedRounds.Decided;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A new offer: first to whom, from a decided round or without one; then what it says. */
@Controller
@RequestMapping(OffersController.ADDRESS)
class NewOfferController {

    private final Offerable offerable;
    private final Offers offers;
    private final OfferMaking making;
    private final OfferTargets targets;
    private final Directory directory;
    private final Saving saving;

    NewOfferController(
            Offerable offerable,
            Offers offers,
            OfferMaking making,
            OfferTargets targets,
            Directory directory,
            Saving saving) {
        this.offerable = offerable;
        this.offers = offers;
        this.making = making;
        this.targets = targets;
        this.directory = directory;
        this.saving = saving;
    }

    @GetMapping("/new")
    String show(
            @RequestParam(defaultValue = "") String organiser,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String variant,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (organiser.isBlank()) {
            return choose(round, FormAgain.shown(SentForm.empty().with("organiser", "")), model, locale);
        }
        try {
            OfferTarget target = targets.of(organiser.strip(), round, variant);
            return form(target, FormAgain.shown(DraftForm.first(target, offers.today())), model);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE) {
                throw refusal;
            }
            SentForm asked = SentForm.empty().with("organiser", organiser).with("variant", variant);
            FormErrors errors = FormErrors.none().with("organiser", refusal.reason(), refusal.details());
            return choose("", FormAgain.refused(asked, errors, response), model, locale);
        }
    }

    @PostMapping
    String make(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        offerable.rounds();
        SentForm sent = SentForm.of(fields);
        OfferTarget target = targets.of(sent.text("organiser"), sent.text("round"), sent.text("variant"));
        return saving.save(sent, new OneForm(target, model), response);
    }

    private String choose(String round, FormAgain again, Model model, Locale locale) {
        List<Decided> rounds = offerable.rounds();
        Optional<Decided> chosen = rounds.stream()
                .filter(each -> round.isEmpty() || Long.toString(each.id()).equals(round))
                .findFirst();
        model.addAttribute("rounds", rounds);
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute("waiting", chosen.map(offerable::waiting).orElse(List.of()));
        model.addAttribute(
                "variants",
                offerable.withoutRound().stream()
                        .map(each -> new Option(each.key(), each.name(locale)))
                        .toList());
        model.addAttribute("organisers", directory.organisers());
        model.addAttribute("again", again);
        return "partnership/offer/page/choose";
    }

    private String form(OfferTarget target, FormAgain again, Model model) {
        model.addAttribute("target", target);
        model.addAttribute("offer", null);
        model.addAttribute("again", again);
        return "partnership/offer/page/draft";
    }

    private final class OneForm implements Saving.Form {

        private final OfferTarget target;
        private final Model model;

        OneForm(OfferTarget target, Model model) {
            this.target = target;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return DraftForm.errors(sent, target, offers.today());
        }

        @Override
        public String save(SentForm sent) {
            long id = making.make(DraftForm.draft(sent, target, DraftForm.owner(sent, target)));
            return OffersController.ADDRESS + "/" + id;
        }

        @Override
        public String page(FormAgain again) {
            return form(target, again, model);
        }
    }
}
