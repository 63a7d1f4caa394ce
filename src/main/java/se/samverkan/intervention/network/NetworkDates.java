package se.samverkan.intervention.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.intervention.network.NetworkMeeting.Answer;
import se.samverkan.intervention.occasion.OccasionText;
import se.samverkan.notice.CalendarSource;

/** The network meetings that the actor leads or is asked to, and has not said no to, for the calendars of the own devices. */
@Component
class NetworkDates implements CalendarSource {

    /** The sentence of what it is called in a calendar: neither whose nor about what. */
    static final String TITLE = "network.calendar.title";

    private final StoredNetworks store;
    private final Rights rights;

    NetworkDates(StoredNetworks store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    /** The same in the feed and in a mail, so that a calendar knows them as one. */
    static String id(NetworkMeeting meeting) {
        return "network-" + meeting.id();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dated> mine(LocalDate from, LocalDate to) {
        if (!rights.allow(Verb.READ_LESSONS)) {
            return List.of();
        }
        return store.from(from.atStartOfDay(OccasionText.SWEDEN).toInstant()).stream()
                .filter(each -> !each.isCancelled() && !each.day().isAfter(to))
                .filter(each -> each.answer().filter(Answer.NO::equals).isEmpty())
                .map(each -> new Dated(
                        id(each),
                        TITLE,
                        List.of(),
                        each.day(),
                        Optional.of(new Span(each.text().starts(), each.ends())),
                        each.address()))
                .toList();
    }
}
