package se.samverkan.intervention.network;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.notice.Appointment;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells those who are asked that a network meeting is called, moved or called off, with what their calendars need. */
@Component
class NetworkNotices implements NoticeText {

    private static final String CALLED = "intervention.network-called";
    private static final String MOVED = "intervention.network-moved";
    private static final String CANCELLED = "intervention.network-cancelled";
    private static final String NETWORK = "network";

    private final Notices notices;
    private final StoredNetworks store;
    private final Clock clock;

    NetworkNotices(Notices notices, StoredNetworks store, Clock clock) {
        this.notices = notices;
        this.store = store;
        this.clock = clock;
    }

    void called(NetworkMeeting meeting, List<Long> people) {
        tell(CALLED, meeting, people);
    }

    void moved(NetworkMeeting meeting, List<Long> people) {
        tell(MOVED, meeting, people);
    }

    void cancelled(NetworkMeeting meeting, List<Long> people) {
        tell(CANCELLED, meeting, people);
    }

    private void tell(String kind, NetworkMeeting meeting, List<Long> people) {
        notices.tell(
                new Notice(kind, Urgency.MUST_ACT, people, List.of(), Map.of(NETWORK, Long.toString(meeting.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CALLED, MOVED, CANCELLED);
    }

    /** It names people of many organisations and no organisation, so no system is told. */
    @Override
    public Set<String> kindsForSystems() {
        return Set.of();
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return store.find(Long.parseLong(about.getOrDefault(NETWORK, "0")))
                .filter(meeting -> meeting.isCancelled() == kind.equals(CANCELLED))
                .filter(meeting -> meeting.ends().isAfter(clock.instant()))
                .map(meeting -> new Told(
                        List.of(
                                meeting.text().title(),
                                words.moment(meeting.text().starts()),
                                meeting.text().place()),
                        meeting.address(),
                        Optional.of(appointment(meeting))));
    }

    private static Appointment appointment(NetworkMeeting meeting) {
        return new Appointment(
                NetworkDates.id(meeting),
                meeting.sequence(),
                meeting.isCancelled(),
                NetworkDates.TITLE,
                meeting.text().starts(),
                meeting.ends(),
                meeting.text().place(),
                meeting.address());
    }
}
