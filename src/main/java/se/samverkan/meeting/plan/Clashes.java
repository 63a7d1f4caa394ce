package se.samverkan.meeting.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.MeetingView;
import se.samverkan.organisation.Particulars;
import se.samverkan.partnership.PartnershipView;

/**
 * What somebody should know before a meeting gets a time: that it falls on a weekend or in a holiday, has been, or is at the
 * same time as another of the case. None of it forbids anything.
 */
@Component
class Clashes {

    private final StoredMeetings store;
    private final Gatherings gatherings;
    private final Particulars particulars;
    private final Clock clock;

    Clashes(StoredMeetings store, Gatherings gatherings, Particulars particulars, Clock clock) {
        this.store = store;
        this.gatherings = gatherings;
        this.particulars = particulars;
        this.clock = clock;
    }

    /** Something to know: the key of its sentence, and what is put into it. */
    record Clash(String key, List<Object> details) {}

    /** Of a new meeting of a case. */
    @Transactional(readOnly = true)
    public List<Clash> of(PartnershipView partnership, Instant starts, Instant ends) {
        return of(partnership.id(), partnership.organiser(), starts, ends, 0);
    }

    /** Before a series gets its times: in every case that meets as one in it. */
    @Transactional(readOnly = true)
    public List<Clash> of(SeriesPlan plan, Instant starts, Instant ends) {
        return gatherings.together(plan).stream()
                .flatMap(each -> of(each, starts, ends).stream())
                .distinct()
                .toList();
    }

    /** Before a meeting is moved, with all that it is held as one with. */
    @Transactional(readOnly = true)
    public List<Clash> of(MeetingView meeting, Instant starts, Instant ends) {
        return gatherings.open(meeting).stream()
                .flatMap(each -> of(each.partnership(), each.organiser(), starts, ends, each.id()).stream())
                .distinct()
                .toList();
    }

    /** @param but the id of the meeting that is moved; 0 for a new one */
    private List<Clash> of(long partnership, long organiser, Instant starts, Instant ends, long but) {
        LocalDate day = LocalDate.ofInstant(starts, MeetingView.SWEDEN);
        List<Clash> found = new ArrayList<>();
        if (starts.isBefore(clock.instant())) {
            found.add(new Clash("meeting.clash.been", List.of(day)));
        }
        SchoolDays days = new SchoolDays(particulars.calendar(organiser));
        Optional<String> holiday = days.holiday(day).map(Particulars.CalendarDays::name);
        if (holiday.isPresent()) {
            found.add(new Clash("meeting.clash.holiday", List.of(day, holiday.get())));
        } else if (SchoolDays.isWeekend(day)) {
            found.add(new Clash("meeting.clash.weekend", List.of(day)));
        } else if (days.isBetweenTerms(day)) {
            found.add(new Clash("meeting.clash.between-terms", List.of(day)));
        }
        store.ofPartnership(partnership).stream()
                .filter(each -> each.id() != but && !each.isCancelled())
                .filter(each -> each.starts().isBefore(ends) && each.ends().isAfter(starts))
                .forEach(each -> found.add(new Clash(
                        "meeting.clash.other", List.of(day, each.name().sv()))));
        return found;
    }
}
