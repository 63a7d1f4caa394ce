package se.samverkan.meeting.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.meeting.MeetingView;
import se.samverkan.notice.CalendarSource;

/** The meetings that the actor is invited to, for the calendars of the person's own devices. */
@Component
class MeetingDates implements CalendarSource {

    /** The sentence of what a meeting is called in a calendar: neither which unit nor what it is about. */
    static final String TITLE = "meeting.calendar.title";

    private final StoredMeetings store;
    private final Rights rights;

    MeetingDates(StoredMeetings store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    /** The same in the feed and in a mail, so that a calendar knows them as one; meetings that are held as one are one. */
    static String id(MeetingView meeting) {
        return meeting.gathering().map(id -> "gathering-" + id).orElse("meeting-" + meeting.id());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dated> mine(LocalDate from, LocalDate to) {
        if (!rights.allow(Verb.TAKE_PART_IN_MEETINGS)) {
            return List.of();
        }
        return store
                .attended(
                        from.atStartOfDay(MeetingView.SWEDEN).toInstant(),
                        to.plusDays(1).atStartOfDay(MeetingView.SWEDEN).toInstant())
                .stream()
                .collect(Collectors.toMap(MeetingDates::id, each -> each, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .map(each -> new Dated(
                        id(each),
                        TITLE,
                        List.of(),
                        each.day(),
                        Optional.of(new Span(each.starts(), each.ends())),
                        each.address()))
                .toList();
    }
}
