package se.samverkan.partnership.handover;

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

/** Tells the one who takes over that a handover waits. */
@Component
class HandoverNotices implements NoticeText {

    private static final String MADE = "partnership.handover";

    private final Notices notices;
    private final StoredHandovers store;

    HandoverNotices(Notices notices, StoredHandovers store) {
        this.notices = notices;
        this.store = store;
    }

    void made(Handover handover, long successor) {
        notices.tell(new Notice(
                MADE,
                Urgency.MUST_ACT,
                List.of(successor),
                List.of(),
                Map.of("handover", Long.toString(handover.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MADE);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return store.find(Long.parseLong(about.getOrDefault("handover", "0")))
                .filter(Handover::isOpen)
                .map(handover -> new Told(
                        List.of(handover.pack().leaver(), handover.pack().organiser()), handover.address()));
    }
}
