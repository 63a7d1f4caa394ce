package se.samverkan.partnership.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Decision;
import se.samverkan.partnership.course.DecisionKind;
import se.samverkan.partnership.offer.Offer.OfferedUnit;
import se.samverkan.selection.DecidedRounds;
import se.samverkan.selection.DecidedRounds.Reserve;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door through which the last day of an offer is moved. What had lapsed is open again, but for a unit whose place a
 * reserve has got meanwhile.
 */
@Component
public class Prolonging {

    private final Offers offers;
    private final StoredDrafts drafts;
    private final Course course;
    private final DecidedRounds rounds;
    private final OfferTrail trail;
    private final OfferNotices notices;

    Prolonging(
            Offers offers,
            StoredDrafts drafts,
            Course course,
            DecidedRounds rounds,
            OfferTrail trail,
            OfferNotices notices) {
        this.offers = offers;
        this.drafts = drafts;
        this.course = course;
        this.rounds = rounds;
        this.trail = trail;
        this.notices = notices;
    }

    /** Whether the last day can be moved, for something is waited for or has lapsed. */
    public boolean isPossible(Offer offer) {
        return !offer.isDraft()
                && (offer.units().stream().anyMatch(OfferedUnit::isWaiting)
                        || !openAgain(offer).isEmpty());
    }

    /** The units that lapsed and whose places nobody has got. */
    private List<OfferedUnit> openAgain(Offer offer) {
        List<OfferedUnit> lapsed = offer.units().stream()
                .filter(unit -> unit.standing() == Standing.LAPSED)
                .toList();
        if (lapsed.isEmpty()) {
            return List.of();
        }
        Map<Long, Reserve> reserves = offer.round()
                .flatMap(round -> rounds.find(round.id()))
                .map(round -> rounds.reserves(
                        round.id(), lapsed.stream().map(OfferedUnit::unit).toList()))
                .orElse(Map.of());
        return lapsed.stream()
                .filter(unit -> Optional.ofNullable(reserves.get(unit.unit()))
                        .filter(Reserve::taken)
                        .isEmpty())
                .toList();
    }

    /**
     * Moves the last day.
     *
     * @param version the version of the offer that was seen
     */
    @Transactional
    public void prolong(long id, int version, LocalDate day, FreeText reason) {
        course.locked(offers.offerToRun(id).partnership());
        Offer offer = offers.offerToRun(id);
        if (!day.isAfter(offer.lastDay()) || !day.isAfter(offers.today())) {
            throw Refusal.rule("partnership.offer.refusal.prolonged-day", offer.lastDay());
        }
        if (reason.text().isBlank()) {
            throw Refusal.rule("partnership.offer.refusal.prolonged-why");
        }
        if (!isPossible(offer)) {
            throw Refusal.rule("partnership.offer.refusal.nothing-waits");
        }
        if (!drafts.prolong(offer, version, day, reason.text())) {
            throw Refusal.stale();
        }
        reopen(offer);
        trail.record(
                "prolonged",
                offer,
                happening -> happening
                        .changing("answer-by", offer.lastDay(), day)
                        .changing("words", null, reason.text())
                        .changing("number-reason", null, reason.numberReasonOrNull()));
        notices.prolonged(offers.offer(id));
    }

    private void reopen(Offer offer) {
        List<OfferedUnit> again = openAgain(offer);
        if (again.isEmpty()) {
            return;
        }
        PartnershipView partnership = course.locked(offer.partnership());
        Decision.Draft offered = Decision.Draft.of(DecisionKind.OFFERED, offers.today());
        if (partnership.standing() == Standing.LAPSED) {
            drafts.live(offer.owner().id(), offer.organiser().id(), offer.variant())
                    .ifPresent(other -> {
                        throw Refusal.rule(
                                "partnership.offer.refusal.another",
                                offer.organiser().name());
                    });
            course.decide(partnership.id(), partnership.version(), offered);
        }
        again.forEach(unit -> course.decide(partnership.id(), unit.unit(), unit.version(), offered));
    }
}
