package se.samverkan.partnership.offer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Decision;
import se.samverkan.partnership.course.DecisionKind;
import se.samverkan.partnership.offer.StoredDrafts.Live;
import se.samverkan.programme.Variants;
import se.samverkan.selection.DecidedRounds;
import se.samverkan.selection.DecidedRounds.Decided;
import se.samverkan.shared.Refusal;

/**
 * The door to drafts of offers. An organiser has one partnership at a time in a programme, so an offer of more units joins the
 * one that goes on; and one draft at a time, so that two who prepare do not pass each other by.
 */
@Component
public class OfferMaking {

    private final Offerable offerable;
    private final Offers offers;
    private final StoredDrafts drafts;
    private final Course course;
    private final Variants variants;
    private final Directory directory;
    private final DecidedRounds rounds;
    private final OfferTrail trail;

    OfferMaking(
            Offerable offerable,
            Offers offers,
            StoredDrafts drafts,
            Course course,
            Variants variants,
            Directory directory,
            DecidedRounds rounds,
            OfferTrail trail) {
        this.offerable = offerable;
        this.offers = offers;
        this.drafts = drafts;
        this.course = course;
        this.variants = variants;
        this.directory = directory;
        this.rounds = rounds;
        this.trail = trail;
    }

    /**
     * Makes a draft.
     *
     * @return its id
     * @throws Refusal when it may not be made so, or there is a draft to the organiser already
     */
    @Transactional
    public long make(OfferDraft draft) {
        offerable.check(draft, offers.today());
        drafts.holdOrganiser(draft.organiser());
        Optional<Live> live = drafts.live(draft.owner(), draft.organiser(), draft.variant());
        live.flatMap(each -> drafts.draftOf(each.id())).ifPresent(there -> {
            throw Refusal.rule("partnership.offer.refusal.draft-there");
        });
        long partnership = live.map(Live::id)
                .orElseGet(() -> drafts.addPartnership(
                        draft,
                        variants.newest(draft.variant())
                                .orElseThrow(() -> Refusal.rule("partnership.offer.refusal.variant"))));
        requireFree(partnership, draft.units());
        String round = draft.round().flatMap(rounds::find).map(Decided::name).orElse("");
        long id = drafts.add(partnership, draft, round);
        write(id, draft);
        tell("drafted", offers.offer(id), draft);
        return id;
    }

    /** A reserve joins the draft that its organiser has, or gets one. */
    @Transactional
    public long makeOrAdd(OfferDraft draft) {
        drafts.holdOrganiser(draft.organiser());
        Optional<Long> there = drafts.live(draft.owner(), draft.organiser(), draft.variant())
                .flatMap(live -> drafts.draftOf(live.id()));
        if (there.isEmpty()) {
            return make(draft);
        }
        Offer offer = offers.offer(there.get());
        Set<Long> units = new HashSet<>(draft.units());
        offer.units().forEach(each -> units.add(each.unit()));
        write(offer.id(), draft.of(units));
        tell("redrafted", offers.offer(offer.id()), draft);
        return offer.id();
    }

    /**
     * Writes a draft anew.
     *
     * @param version the version that was seen
     */
    @Transactional
    public void change(long id, int version, OfferDraft draft) {
        Offer offer = draft(id);
        offerable.check(draft, offers.today());
        requireFree(offer.partnership(), draft.units());
        if (!drafts.change(id, version, draft)) {
            throw Refusal.stale();
        }
        write(id, draft);
        drafts.planPartnership(offer.partnership(), draft);
        tell("redrafted", offers.offer(id), draft);
    }

    /** Puts away a draft that will not be sent; nobody outside has known of it. */
    @Transactional
    public void leave(long id, int version) {
        Offer offer = draft(id);
        if (!drafts.leave(id, version)) {
            throw Refusal.stale();
        }
        if (offer.standing() == Standing.PROPOSED) {
            course.decide(
                    offer.partnership(),
                    offer.partnershipVersion(),
                    Decision.Draft.of(DecisionKind.WITHDRAWN, offers.today()));
        }
        trail.draft("left", offer, happening -> happening);
    }

    private Offer draft(long id) {
        Offer offer = offers.offerToRun(id);
        if (!offer.isDraft()) {
            throw Refusal.rule("partnership.offer.refusal.sent");
        }
        return offer;
    }

    private void write(long id, OfferDraft draft) {
        List<UnitView> units = directory.unitsByIds(draft.units());
        drafts.writeUnits(id, units, offerable.called(draft.round()));
    }

    /** A unit answers once in a partnership. */
    void requireFree(long partnership, Set<Long> units) {
        List<Long> taking = drafts.takingPart(partnership, units);
        if (!taking.isEmpty()) {
            throw Refusal.rule(
                    "partnership.offer.refusal.takes-part",
                    directory.unitsByIds(taking).stream().map(UnitView::name).collect(Collectors.joining(", ")));
        }
    }

    private void tell(String deed, Offer offer, OfferDraft draft) {
        trail.draft(
                deed,
                offer,
                happening -> happening
                        .changing("units", null, names(offer))
                        .changing("answer-by", null, offer.lastDay())
                        .changing("number-reason", null, draft.why().numberReasonOrNull()));
    }

    static String names(Offer offer) {
        return offer.units().stream().map(Offer.OfferedUnit::name).collect(Collectors.joining(", "));
    }
}
