package se.samverkan.reporting.concern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Holders;
import se.samverkan.access.Verb;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.reporting.concern.Concern.Deed;
import se.samverkan.shared.page.Words;

/** Tells those who handle a concern that there is one, and whoever raised it what was done. */
@Component
class ConcernNotices implements NoticeText {

    private static final String RAISED = "reporting.concern-raised";
    private static final String HANDLED = "reporting.concern-handled";

    private final Notices notices;
    private final Holders holders;
    private final StoredConcerns store;

    ConcernNotices(Notices notices, Holders holders, StoredConcerns store) {
        this.notices = notices;
        this.holders = holders;
        this.store = store;
    }

    void raised(Concern concern) {
        tell(RAISED, Urgency.DIGEST, handlers(concern), concern);
    }

    void handled(Concern concern, Deed deed) {
        Urgency urgency = deed == Deed.ESCALATED ? Urgency.MUST_ACT : Urgency.DIGEST;
        List<Long> people = deed == Deed.CLOSED || deed == Deed.ANSWERED
                ? List.of(concern.madeBy())
                : Stream.concat(Stream.of(concern.madeBy()), handlers(concern).stream())
                        .distinct()
                        .toList();
        tell(HANDLED, urgency, people, concern);
    }

    private List<Long> handlers(Concern concern) {
        Stream<Long> agency = concern.agencySide() || concern.shared()
                ? holders.of(Verb.RUN_PARTNERSHIP, concern.agency()).stream()
                : Stream.of();
        Stream<Long> organiser = !concern.agencySide() || concern.shared()
                ? holders.of(Verb.COORDINATE_PARTNERSHIP, concern.organiser()).stream()
                : Stream.of();
        return Stream.concat(agency, organiser).distinct().toList();
    }

    private void tell(String kind, Urgency urgency, List<Long> people, Concern concern) {
        notices.tell(new Notice(kind, urgency, people, List.of(), Map.of("concern", Long.toString(concern.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RAISED, HANDLED);
    }

    /** A concern is told to people and to no system. */
    @Override
    public Set<String> kindsForSystems() {
        return Set.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return store.find(Long.parseLong(about.getOrDefault("concern", "0")))
                .map(each -> new Told(List.of(each.organiserName()), each.address()));
    }
}
