package se.samverkan.partnership.offer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells those who are asked that an offer has come, and those who made it what became of it. */
@Component
class OfferNotices implements NoticeText {

    private static final String SENT = "partnership.offer-sent";
    private static final String PROLONGED = "partnership.offer-prolonged";
    private static final String ANSWERED = "partnership.offer-answered";
    private static final String TAKEN_BACK = "partnership.offer-taken-back";
    private static final String LAPSED = "partnership.offer-lapsed";

    private final Notices notices;
    private final StoredOffers store;

    OfferNotices(Notices notices, StoredOffers store) {
        this.notices = notices;
        this.store = store;
    }

    void sent(Offer offer) {
        toOrganiser(SENT, offer);
    }

    void prolonged(Offer offer) {
        toOrganiser(PROLONGED, offer);
    }

    void takenBack(Offer offer) {
        tell(
                TAKEN_BACK,
                Urgency.DIGEST,
                store.peopleAsked(offer.id()),
                offer.organiser().id(),
                offer.id());
    }

    private void toOrganiser(String kind, Offer offer) {
        tell(
                kind,
                Urgency.MUST_ACT,
                store.peopleAsked(offer.id()),
                offer.organiser().id(),
                offer.id());
    }

    void answered(Offer offer) {
        offer.sent()
                .ifPresent(sent -> tell(
                        ANSWERED,
                        Urgency.DIGEST,
                        List.of(sent.person()),
                        offer.owner().id(),
                        offer.id()));
    }

    /** Something waits for the one who sent it: to prolong, or to ask the next in turn. */
    void lapsed(long offer, long owner, long sender) {
        tell(LAPSED, Urgency.MUST_ACT, List.of(sender), owner, offer);
    }

    private void tell(String kind, Urgency urgency, Collection<Long> people, long organisation, long offer) {
        notices.tell(new Notice(kind, urgency, people, organisation, Map.of("offer", Long.toString(offer))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SENT, PROLONGED, ANSWERED, TAKEN_BACK, LAPSED);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return store.find(Long.parseLong(about.getOrDefault("offer", "0")))
                .filter(offer -> !offer.isDraft())
                .map(offer -> new Told(
                        List.of(offer.owner().name(), offer.organiser().name(), offer.lastDay()),
                        "/partnerships/offers/" + offer.id()));
    }
}
