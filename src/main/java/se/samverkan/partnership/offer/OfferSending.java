package se.samverkan.partnership.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Decision;
import se.samverkan.partnership.course.DecisionKind;
import se.samverkan.partnership.offer.Offer.OfferedUnit;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Entry.Approval;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Refusal;

/**
 * The door through which an offer is sent. From then on the organiser knows of it, it is not rewritten, and each unit waits
 * for every yes that the programme variant asks for.
 */
@Component
public class OfferSending {

    /** Held at a school or preschool: at the organiser's own level there is nobody to ask. */
    private static final Set<String> AT_A_UNIT =
            Set.of(Role.HEAD_TEACHER.name(), Role.WORKING_GROUP.name(), Role.STAFF.name());

    private final Offers offers;
    private final OfferMaking making;
    private final StoredDrafts drafts;
    private final Course course;
    private final Variants variants;
    private final OfferTrail trail;
    private final OfferNotices notices;

    OfferSending(
            Offers offers,
            OfferMaking making,
            StoredDrafts drafts,
            Course course,
            Variants variants,
            OfferTrail trail,
            OfferNotices notices) {
        this.offers = offers;
        this.making = making;
        this.drafts = drafts;
        this.course = course;
        this.variants = variants;
        this.trail = trail;
        this.notices = notices;
    }

    /**
     * Sends it, as it was read.
     *
     * @param version the version of the draft that was seen
     */
    @Transactional
    public void send(long id, int version) {
        Offer offer = offers.offerToRun(id);
        PartnershipView partnership = course.locked(offer.partnership());
        requireSendable(offer);
        List<Approval> approvals = approvals(offer);
        for (OfferedUnit unit : offer.units()) {
            drafts.takesPart(partnership.id(), unit);
            drafts.ask(unit.id(), asked(unit, approvals));
        }
        if (!drafts.send(id, version)) {
            throw Refusal.stale();
        }
        decide(partnership, offer);
        trail.record(
                "sent",
                offer,
                happening -> happening
                        .changing("units", null, OfferMaking.names(offer))
                        .changing("answer-by", null, offer.lastDay()));
        notices.sent(offers.offer(id));
    }

    private void requireSendable(Offer offer) {
        if (!offer.isDraft()) {
            throw Refusal.rule("partnership.offer.refusal.sent");
        }
        if (!offer.lastDay().isAfter(offers.today())) {
            throw Refusal.rule("partnership.offer.refusal.last-day");
        }
        making.requireFree(
                offer.partnership(),
                offer.units().stream().map(OfferedUnit::unit).collect(Collectors.toSet()));
    }

    private void decide(PartnershipView partnership, Offer offer) {
        LocalDate today = offers.today();
        if (partnership.standing() == Standing.PROPOSED) {
            course.decide(partnership.id(), partnership.version(), Decision.Draft.of(DecisionKind.OFFERED, today));
        }
        PartnershipView now = course.locked(partnership.id());
        for (OfferedUnit unit : offer.units()) {
            int version = now.participant(unit.unit()).orElseThrow().version();
            course.decide(partnership.id(), unit.unit(), version, Decision.Draft.of(DecisionKind.OFFERED, today));
        }
    }

    private List<Approval> approvals(Offer offer) {
        return variants.read(offer.variant(), offer.variantVersion())
                .map(variant -> variant.entry().approvals())
                .filter(all -> !all.isEmpty())
                .orElseThrow(() -> Refusal.rule("partnership.offer.refusal.nobody-asked"));
    }

    /** Whom a unit needs a yes from: at the organiser's own level not those who are of a school, unless there is nobody else. */
    private static List<Approval> asked(OfferedUnit unit, List<Approval> all) {
        List<Approval> above =
                all.stream().filter(each -> !AT_A_UNIT.contains(each.role())).toList();
        return unit.level() == Level.ORGANISER && !above.isEmpty() ? above : all;
    }
}
