package se.samverkan.intervention.occasion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.CalendarSource;

/** The agreed occasions of the actor's commissions, for the calendars of the person's own devices. */
@Component
class OccasionDates implements CalendarSource {

    private final StoredOccasions store;
    private final Rights rights;

    OccasionDates(StoredOccasions store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dated> mine(LocalDate from, LocalDate to) {
        if (!rights.allow(Verb.ANSWER_COMMISSIONS)
                && !rights.allow(Verb.NOTE_ATTENDANCE)
                && !rights.allow(Verb.LEAD_MEETINGS)) {
            return List.of();
        }
        return store
                .mine(
                        from.atStartOfDay(OccasionText.SWEDEN).toInstant(),
                        to.plusDays(1).atStartOfDay(OccasionText.SWEDEN).toInstant())
                .stream()
                .map(each -> new Dated(
                        "occasion-" + each.id(),
                        "occasion.calendar",
                        List.of(),
                        each.text().day(),
                        Optional.of(new Span(each.text().starts(), each.text().ends())),
                        each.address()))
                .toList();
    }
}
