package se.samverkan.partnership.offer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.course.Course;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door through which those who made an offer take it back, with a reason that the organiser reads. Only as long as nobody
 * has answered: an answer is somebody's decision, and is met by a talk and not by a button.
 */
@Component
public class TakingBack {

    private final Offers offers;
    private final StoredDrafts drafts;
    private final Course course;
    private final OfferTrail trail;
    private final OfferNotices notices;

    TakingBack(Offers offers, StoredDrafts drafts, Course course, OfferTrail trail, OfferNotices notices) {
        this.offers = offers;
        this.drafts = drafts;
        this.course = course;
        this.trail = trail;
        this.notices = notices;
    }

    /**
     * Takes it back.
     *
     * @param version the version of the offer that was seen
     */
    @Transactional
    public void takeBack(long id, int version, FreeText reason) {
        course.locked(offers.offerToRun(id).partnership());
        Offer offer = offers.offerToRun(id);
        if (!offer.canBeTakenBack()) {
            throw Refusal.rule("partnership.offer.refusal.answered");
        }
        if (reason.text().isBlank()) {
            throw Refusal.rule("partnership.offer.refusal.taken-back-why");
        }
        if (!drafts.takeBack(id, version, reason.text())) {
            throw Refusal.stale();
        }
        trail.record(
                "recalled",
                offer,
                happening -> happening
                        .changing("units", OfferMaking.names(offer), null)
                        .changing("words", null, reason.text())
                        .changing("number-reason", null, reason.numberReasonOrNull()));
        notices.takenBack(offers.offer(id));
    }
}
