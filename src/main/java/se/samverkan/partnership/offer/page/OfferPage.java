package se.samverkan.partnership.offer.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.samverkan.partnership.cohort.Cohorts;
import se.samverkan.partnership.offer.Offer;
import se.samverkan.partnership.offer.OfferAnswering;
import se.samverkan.partnership.offer.OfferFiles;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.partnership.offer.Prolonging;
import se.samverkan.partnership.offer.ReserveOffering;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;
import se.samverkan.records.file.Files;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The page of one offer: the same for those who get it and those who make it, with what each of them can do. */
@Component
class OfferPage {

    private static final int MOST_LINES = 100;

    private final Offers offers;
    private final OfferAnswering answering;
    private final Prolonging prolonging;
    private final ReserveOffering reserves;
    private final Cohorts cohorts;
    private final Variants variants;
    private final OfferFiles attached;
    private final Files files;
    private final RecordLog log;

    OfferPage(
            Offers offers,
            OfferAnswering answering,
            Prolonging prolonging,
            ReserveOffering reserves,
            Cohorts cohorts,
            Variants variants,
            OfferFiles attached,
            Files files,
            RecordLog log) {
        this.offers = offers;
        this.answering = answering;
        this.prolonging = prolonging;
        this.reserves = reserves;
        this.cohorts = cohorts;
        this.variants = variants;
        this.attached = attached;
        this.files = files;
        this.log = log;
    }

    String first(long id, Model model) {
        Offer offer = offers.offer(id);
        AnswerForm form = form(offer);
        return show(offer, form, FormAgain.shown(form.shown()), model);
    }

    String show(long id, FormAgain again, Model model) {
        Offer offer = offers.offer(id);
        return show(offer, form(offer), again, model);
    }

    private AnswerForm form(Offer offer) {
        return new AnswerForm(answering.askedOfActor(offer), answering.waitingForActor(offer));
    }

    private String show(Offer offer, AnswerForm form, FormAgain again, Model model) {
        boolean runs = offers.isRunByActor(offer);
        Variant variant = variants.read(offer.variant(), offer.variantVersion()).orElseThrow(Refusal::notSeen);
        model.addAttribute("offer", offer);
        model.addAttribute("variant", variant);
        model.addAttribute("state", offer.state(offers.today()));
        model.addAttribute("today", offers.today());
        model.addAttribute("runs", runs);
        model.addAttribute("answers", form);
        model.addAttribute("mayProlong", runs && prolonging.isPossible(offer));
        model.addAttribute("next", runs && offer.takenBack().isEmpty() ? reserves.next(offer) : List.of());
        model.addAttribute(
                "days", offer.cohort().map(cohort -> cohorts.days(cohort.id())).orElse(List.of()));
        model.addAttribute("files", attached.of(offer.id()));
        model.addAttribute("chooser", files);
        model.addAttribute("again", again);
        model.addAttribute("log", log.within(chains(offer, runs), "offer", Long.toString(offer.id()), MOST_LINES));
        return "partnership/offer/page/offer";
    }

    private static Set<Long> chains(Offer offer, boolean runs) {
        return new HashSet<>(
                Set.of(runs ? offer.owner().id() : offer.organiser().id()));
    }

    /** A button of the page that sends nothing that could be wrong. */
    Saving.Form button(long offer, String after, Consumer<SentForm> deed, Model model) {
        return button(offer, after, deed, FormErrors::none, model);
    }

    /** A button of the page; refused, the page comes back with the reason. What somebody has changed meanwhile is read first. */
    Saving.Form button(long offer, String after, Consumer<SentForm> deed, Supplier<FormErrors> errors, Model model) {
        return new Saving.Form() {
            @Override
            public FormErrors errors(SentForm sent) {
                return errors.get();
            }

            @Override
            public String save(SentForm sent) {
                try {
                    deed.accept(sent);
                } catch (Refusal refusal) {
                    throw refusal.kind() == Refusal.Kind.STALE
                            ? Refusal.rule("partnership.offer.refusal.changed-meanwhile")
                            : refusal;
                }
                return after;
            }

            @Override
            public String page(FormAgain again) {
                return show(offer, again, model);
            }
        };
    }
}
