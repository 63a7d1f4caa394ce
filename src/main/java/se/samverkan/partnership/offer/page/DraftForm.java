package se.samverkan.partnership.offer.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.cohort.Cohort;
import se.samverkan.partnership.offer.Offer;
import se.samverkan.partnership.offer.OfferDraft;
import se.samverkan.selection.DecidedRounds.Decided;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** The form of a draft, as fields. */
final class DraftForm {

    static final List<Compared> COMPARED = List.of(
            Compared.text("last-day"),
            Compared.text("why"),
            Compared.text("message"),
            Compared.text("cohort"),
            Compared.text("first-term"));

    private DraftForm() {}

    /** As it is shown the first time: everything that can be offered is chosen where a round names it. */
    static SentForm first(OfferTarget target, LocalDate today) {
        Period next = Period.termOf(today).plusTerms(1);
        return SentForm.empty()
                .with(
                        "owner",
                        target.owners().stream()
                                .findFirst()
                                .map(OrganisationView::key)
                                .orElse(""))
                .with(
                        "unit",
                        target.round().isPresent()
                                ? target.units().stream().map(UnitView::key).toList()
                                : List.of())
                .with("cohort", "")
                .with("first-term", Integer.toString(next.key()))
                .with(
                        "last-day",
                        today.plusDays(target.variant().entry().daysToAnswer()).toString())
                .with("why", target.round().map(Decided::purpose).orElse(""))
                .with("message", "");
    }

    static SentForm of(Offer offer) {
        return SentForm.ofVersion(offer.version())
                .with("unit", offer.units().stream().map(Offer.OfferedUnit::key).toList())
                .with(
                        "cohort",
                        offer.cohort().map(cohort -> Long.toString(cohort.id())).orElse(""))
                .with("first-term", Integer.toString(offer.firstTerm().key()))
                .with("last-day", offer.lastDay().toString())
                .with("why", offer.why())
                .with("message", offer.message());
    }

    static FormErrors errors(SentForm sent, OfferTarget target, LocalDate today) {
        FormErrors errors = FormErrors.none();
        if (sent.all("unit").isEmpty()) {
            errors = errors.with("unit", "partnership.offer.refusal.units");
        }
        if (term(sent, target).isEmpty()) {
            errors = errors.with("first-term", "partnership.offer.refusal.first-term");
        }
        if (sent.day("last-day").filter(day -> day.isAfter(today)).isEmpty()) {
            errors = errors.with("last-day", "partnership.offer.refusal.last-day");
        }
        if (sent.text("why").isEmpty()) {
            errors = errors.with("why", "partnership.offer.refusal.why");
        }
        return FreeText.errors(errors, sent, "why", "message");
    }

    /** @param owner the id of the agency or office that makes it */
    static OfferDraft draft(SentForm sent, OfferTarget target, long owner) {
        return new OfferDraft(
                owner,
                target.organiser().id(),
                target.variant().key(),
                target.round().map(Decided::id),
                units(sent, target),
                target.cohorts().stream()
                        .map(Cohort::id)
                        .filter(id -> Long.toString(id).equals(sent.text("cohort")))
                        .findFirst(),
                term(sent, target).orElseThrow(),
                sent.day("last-day").orElseThrow(),
                FreeText.of(sent, "why"),
                FreeText.of(sent, "message"));
    }

    static long owner(SentForm sent, OfferTarget target) {
        return target.owners().stream()
                .filter(each -> each.key().equals(sent.text("owner")))
                .map(OrganisationView::id)
                .findFirst()
                .orElseThrow(() -> Refusal.rule("partnership.offer.refusal.owner"));
    }

    private static Set<Long> units(SentForm sent, OfferTarget target) {
        return sent.all("unit").stream()
                .map(key -> target.unit(key)
                        .orElseThrow(() -> Refusal.rule(
                                "partnership.offer.refusal.other-units",
                                target.organiser().name())))
                .map(UnitView::id)
                .collect(Collectors.toSet());
    }

    private static Optional<Period> term(SentForm sent, OfferTarget target) {
        return target.terms().stream()
                .filter(each -> Integer.toString(each.key()).equals(sent.text("first-term")))
                .findFirst();
    }
}
