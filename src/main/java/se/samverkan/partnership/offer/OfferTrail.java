package se.samverkan.partnership.offer;

import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;

/**
 * Tells the log what happens with an offer: always to the organisation that makes it, and from when it is sent to the
 * organiser too. In that order, since a chain is held until the transaction ends.
 */
@Component
class OfferTrail {

    private static final String RECORD = "offer";

    private final AuditTrail trail;

    OfferTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /** Something that only those who make the offer know of. */
    void draft(String deed, Offer offer, UnaryOperator<Happening> with) {
        trail.record(with.apply(happening(deed, offer, offer.owner().id())));
    }

    /** Something that both sides know of. */
    void record(String deed, Offer offer, UnaryOperator<Happening> with) {
        draft(deed, offer, with);
        trail.record(with.apply(happening(deed, offer, offer.organiser().id())));
    }

    private static Happening happening(String deed, Offer offer, long organisation) {
        return about(deed, offer.id(), offer.organiser().name(), organisation);
    }

    private static Happening about(String deed, long offer, String organiser, long organisation) {
        return Happening.of(RECORD + "." + deed, new Subject(RECORD, Long.toString(offer), organiser), organisation);
    }

    /** That a unit was not answered for in time, of an offer that nobody in particular reads. */
    void lapsed(long offer, String organiserName, long owner, long organiser, String unit) {
        trail.record(about("lapsed", offer, organiserName, owner).changing("unit", null, unit));
        trail.record(about("lapsed", offer, organiserName, organiser).changing("unit", null, unit));
    }
}
