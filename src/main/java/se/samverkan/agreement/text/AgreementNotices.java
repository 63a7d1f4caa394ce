package se.samverkan.agreement.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.access.Holders;
import se.samverkan.access.Verb;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.Words;

/** Tells the other party that a text has been handed over, or accepted. */
@Component
class AgreementNotices implements NoticeText {

    private static final String HANDED_OVER = "agreement.handed-over";
    private static final String ACCEPTED = "agreement.accepted";
    private static final String REOPENED = "agreement.reopened";
    private static final String AGREEMENT = "agreement";

    private final Notices notices;
    private final Holders holders;
    private final StoredAgreements store;
    private final Partnerships partnerships;

    AgreementNotices(Notices notices, Holders holders, StoredAgreements store, Partnerships partnerships) {
        this.notices = notices;
        this.holders = holders;
        this.store = store;
        this.partnerships = partnerships;
    }

    void handedOver(AgreementView agreement) {
        tell(HANDED_OVER, Urgency.MUST_ACT, agreement);
    }

    void accepted(AgreementView agreement) {
        tell(ACCEPTED, Urgency.DIGEST, agreement);
    }

    void reopened(AgreementView agreement) {
        tell(REOPENED, Urgency.DIGEST, agreement);
    }

    private void tell(String kind, Urgency urgency, AgreementView agreement) {
        long other = Agreements.own(agreement) == agreement.owner() ? agreement.organiser() : agreement.owner();
        Collection<Long> people = new HashSet<>(holders.of(Verb.DRAW_UP_AGREEMENT, other));
        people.remove(Actor.current().person());
        notices.tell(new Notice(kind, urgency, people, other, Map.of(AGREEMENT, Long.toString(agreement.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(HANDED_OVER, ACCEPTED, REOPENED);
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        long id = Long.parseLong(about.getOrDefault(AGREEMENT, "0"));
        return store.find(id)
                .flatMap(agreement -> partnerships.find(agreement.partnership()))
                .map(partnership -> new Told(
                        List.of(partnership.ownerName(), partnership.organiserName()),
                        AgreementController.address(id)));
    }
}
