package se.samverkan.partnership.offer.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.cohort.Cohort;
import se.samverkan.partnership.cohort.Cohorts;
import se.samverkan.partnership.offer.Offer;
import se.samverkan.partnership.offer.Offerable;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;
import se.samverkan.selection.DecidedRounds;
import se.samverkan.selection.DecidedRounds.Decided;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** Finds out what can be chosen in a draft, new or begun. */
@Component
class OfferTargets {

    private static final int TERMS_AHEAD = 6;

    private final Offerable offerable;
    private final Offers offers;
    private final Cohorts cohorts;
    private final Variants variants;
    private final DecidedRounds rounds;

    OfferTargets(Offerable offerable, Offers offers, Cohorts cohorts, Variants variants, DecidedRounds rounds) {
        this.offerable = offerable;
        this.offers = offers;
        this.cohorts = cohorts;
        this.variants = variants;
        this.rounds = rounds;
    }

    /** From a round, where one is named; else by the variant that is named. */
    @Transactional
    OfferTarget of(String organiser, String round, String variant) {
        OrganiserView to =
                offerable.organiser(organiser).orElseThrow(() -> Refusal.rule("partnership.offer.refusal.organiser"));
        Optional<Decided> from = Optional.of(round)
                .filter(id -> !id.isEmpty())
                .map(id -> rounds.find(number(id)).orElseThrow(Refusal::notSeen));
        Variant of = offerable
                .variant(from.map(Decided::variant).orElse(variant))
                .orElseThrow(() -> Refusal.rule("partnership.offer.refusal.variant"));
        return target(to, of, from);
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notANumber) {
            throw Refusal.notSeen();
        }
    }

    /** A draft that is begun keeps the variant's version that it has. */
    private OfferTarget of(Offer offer) {
        return target(
                offerable.organiser(offer.organiser().key()).orElseThrow(Refusal::notSeen),
                variants.read(offer.variant(), offer.variantVersion()).orElseThrow(Refusal::notSeen),
                offer.round().flatMap(round -> rounds.find(round.id())));
    }

    /**
     * A draft, with what can be chosen in it.
     *
     * @param offer what it says now
     */
    record Editing(Offer offer, OfferTarget target) {}

    /**
     * A draft for somebody who wants to change it.
     *
     * @throws Refusal when the actor makes no offers there, or it is sent
     */
    @Transactional
    Editing toEdit(long id) {
        Offer offer = offers.offerToRun(id);
        if (!offer.isDraft()) {
            throw Refusal.rule("partnership.offer.refusal.sent");
        }
        return new Editing(offer, of(offer));
    }

    private OfferTarget target(OrganiserView organiser, Variant variant, Optional<Decided> round) {
        List<UnitView> units = offerable.units(organiser, variant, round.map(Decided::id));
        List<Cohort> possible = cohorts.all().stream()
                .filter(cohort -> cohort.variant().equals(variant.key()))
                .filter(cohort ->
                        round.isEmpty() || cohort.owner() == round.get().owner())
                .toList();
        return new OfferTarget(
                organiser,
                variant,
                offerable.owners().stream()
                        .filter(owner ->
                                round.isEmpty() || owner.id() == round.get().owner())
                        .toList(),
                round,
                units,
                possible,
                terms(possible));
    }

    private List<Period> terms(List<Cohort> possible) {
        Period now = Period.termOf(offers.today());
        return Stream.concat(
                        IntStream.range(0, TERMS_AHEAD).mapToObj(now::plusTerms),
                        possible.stream().map(Cohort::firstTerm))
                .distinct()
                .sorted()
                .toList();
    }
}
