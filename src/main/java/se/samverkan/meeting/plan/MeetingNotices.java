package se.samverkan.meeting.plan;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.meeting.MeetingView;
import se.samverkan.notice.Appointment;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.Words;

/** Tells those who are invited that a meeting is planned, moved or cancelled, with what their calendars need. */
@Component
class MeetingNotices implements NoticeText {

    private static final String INVITED = "meeting.invited";
    private static final String MOVED = "meeting.moved";
    private static final String CANCELLED = "meeting.cancelled";
    private static final String UNINVITED = "meeting.uninvited";
    private static final String MEETING = "meeting";

    private final Notices notices;
    private final StoredMeetings store;
    private final Partnerships partnerships;
    private final Clock clock;

    MeetingNotices(Notices notices, StoredMeetings store, Partnerships partnerships, Clock clock) {
        this.notices = notices;
        this.store = store;
        this.partnerships = partnerships;
        this.clock = clock;
    }

    void invited(MeetingView meeting, Collection<Long> people) {
        tell(INVITED, meeting, people);
    }

    void moved(MeetingView meeting, Collection<Long> people) {
        tell(MOVED, meeting, people);
    }

    void cancelled(MeetingView meeting, Collection<Long> people) {
        tell(CANCELLED, meeting, people);
    }

    void uninvited(MeetingView meeting, long person) {
        tell(UNINVITED, meeting, List.of(person));
    }

    private void tell(String kind, MeetingView meeting, Collection<Long> people) {
        notices.tell(new Notice(
                kind,
                Urgency.MUST_ACT,
                people,
                List.of(meeting.owner(), meeting.organiser()),
                Map.of(MEETING, Long.toString(meeting.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(INVITED, MOVED, CANCELLED, UNINVITED);
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return store.find(Long.parseLong(about.getOrDefault(MEETING, "0")))
                .filter(meeting -> meeting.isCancelled() == kind.equals(CANCELLED))
                .filter(meeting -> meeting.ends().isAfter(clock.instant()))
                .map(meeting -> new Told(
                        List.of(
                                meeting.name().in(words.locale()),
                                When.of(words, meeting),
                                partnerships
                                        .find(meeting.partnership())
                                        .map(each -> each.organiserName())
                                        .orElse(""),
                                meeting.place()),
                        meeting.address(),
                        Optional.of(appointment(meeting, kind))));
    }

    private static Appointment appointment(MeetingView meeting, String kind) {
        return new Appointment(
                MeetingDates.id(meeting),
                meeting.sequence(),
                meeting.isCancelled() || kind.equals(UNINVITED),
                MeetingDates.TITLE,
                meeting.starts(),
                meeting.ends(),
                meeting.place(),
                meeting.address());
    }
}
