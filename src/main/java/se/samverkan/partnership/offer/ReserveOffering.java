package se.samverkan.partnership.offer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.offer.Offer.OfferedUnit;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.Variant;
import se.samverkan.selection.DecidedRounds;
import se.samverkan.selection.DecidedRounds.Decided;
import se.samverkan.selection.DecidedRounds.Left;
import se.samverkan.selection.DecidedRounds.Reserve;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door through which the next reserve of a round gets an offer when a unit will not take part. The round says who is next;
 * somebody who prepares the round confirms, and the reserve's offer is a draft until it is sent.
 */
@Component
public class ReserveOffering {

    private final Offers offers;
    private final OfferMaking making;
    private final Offerable offerable;
    private final DecidedRounds rounds;
    private final StoredDrafts drafts;
    private final Directory directory;
    private final OfferTrail trail;

    ReserveOffering(
            Offers offers,
            OfferMaking making,
            Offerable offerable,
            DecidedRounds rounds,
            StoredDrafts drafts,
            Directory directory,
            OfferTrail trail) {
        this.offers = offers;
        this.making = making;
        this.offerable = offerable;
        this.rounds = rounds;
        this.drafts = drafts;
        this.directory = directory;
        this.trail = trail;
    }

    /**
     * Whose turn it is after a unit.
     *
     * @param unit the key of the unit that will not take part
     * @param reserve the reserve
     * @param taken whether the reserve has the place already, and only the offer is missing
     */
    public record Next(String unit, UnitView reserve, boolean taken) {}

    /** The reserves that could get an offer, for somebody who may read the round. */
    @Transactional(readOnly = true)
    public List<Next> next(Offer offer) {
        List<OfferedUnit> out =
                offer.units().stream().filter(OfferedUnit::isOut).toList();
        Optional<Decided> round =
                out.isEmpty() ? Optional.empty() : offer.round().flatMap(from -> rounds.find(from.id()));
        if (round.isEmpty()) {
            return List.of();
        }
        Set<Long> offered = drafts.offeredBy(round.get().id());
        Map<Long, Reserve> reserves = rounds.reserves(
                round.get().id(), out.stream().map(OfferedUnit::unit).toList());
        Map<Long, UnitView> units =
                directory
                        .unitsByIds(
                                reserves.values().stream().map(Reserve::unit).toList())
                        .stream()
                        .collect(Collectors.toMap(UnitView::id, unit -> unit));
        List<Next> found = new ArrayList<>();
        for (OfferedUnit unit : out) {
            Optional.ofNullable(reserves.get(unit.unit()))
                    .filter(each -> !offered.contains(each.unit()))
                    .filter(each -> each.taken() || round.get().open())
                    .flatMap(each -> Optional.ofNullable(units.get(each.unit()))
                            .map(reserve -> new Next(unit.key(), reserve, each.taken())))
                    .ifPresent(found::add);
        }
        return found;
    }

    /**
     * Takes in the next reserve and prepares its offer.
     *
     * @param key the key of the unit that will not take part
     * @param note why, in words that the round keeps
     * @return the id of the draft to the reserve's organiser
     */
    @Transactional
    public long offerNext(long id, String key, FreeText note) {
        Offer offer = offers.offerToRun(id);
        OfferedUnit out = offer.unit(key).orElseThrow(Refusal::notSeen);
        Next next = next(offer).stream()
                .filter(each -> each.unit().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("partnership.offer.refusal.no-reserve"));
        if (!next.taken()) {
            rounds.takeIn(round(offer), out.unit(), why(out), note.text());
            trail.draft(
                    "reserve-taken-in",
                    offer,
                    happening -> happening.changing(
                            "unit", out.name(), next.reserve().name()));
        }
        return making.makeOrAdd(draft(offer, next.reserve()));
    }

    private static long round(Offer offer) {
        return offer.round().map(Offer.FromRound::id).orElseThrow(Refusal::notSeen);
    }

    private static Left why(OfferedUnit out) {
        boolean otherSupport = out.asked().stream()
                .flatMap(each -> each.approval().stream())
                .anyMatch(each ->
                        each.reason().filter(AnswerReason.OTHER_SUPPORT::equals).isPresent());
        if (otherSupport) {
            return Left.OTHER_SUPPORT;
        }
        return out.standing() == Standing.DECLINED ? Left.DECLINED : Left.OTHER;
    }

    private OfferDraft draft(Offer like, UnitView reserve) {
        Variant variant =
                offerable.variant(like.variant()).orElseThrow(() -> Refusal.rule("partnership.offer.refusal.variant"));
        Set<Long> units = new HashSet<>(Set.of(reserve.id()));
        boolean goesOnAlready = drafts.live(
                        like.owner().id(), reserve.organiser().id(), like.variant())
                .isPresent();
        if (variant.levels().contains(Level.ORGANISER) && !goesOnAlready) {
            offerable.units(reserve.organiser(), variant, like.round().map(Offer.FromRound::id)).stream()
                    .filter(unit -> unit.kind().equals(Level.ORGANISER.name()))
                    .forEach(unit -> units.add(unit.id()));
        }
        return new OfferDraft(
                like.owner().id(),
                reserve.organiser().id(),
                like.variant(),
                like.round().map(Offer.FromRound::id),
                units,
                like.cohort().map(cohort -> cohort.id()),
                like.firstTerm(),
                offers.today().plusDays(variant.entry().daysToAnswer()),
                new FreeText(like.why(), ""),
                new FreeText("", ""));
    }
}
