package se.samverkan.organisation.keeping;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Particulars.CalendarDays;
import se.samverkan.organisation.Particulars.DayKind;
import se.samverkan.organisation.keeping.KeptRows.Changed;
import se.samverkan.shared.DoorKeeper;
import se.samverkan.shared.Refusal;

/** The door to the terms and holidays of organisers. */
@Component
class Calendars {

    private final JdbcClient database;
    private final DoorKeeper doors;
    private final KeptRows rows;
    private final StoredParticulars particulars;

    Calendars(JdbcClient database, DoorKeeper doors, KeptRows rows, StoredParticulars particulars) {
        this.database = database;
        this.doors = doors;
        this.rows = rows;
        this.particulars = particulars;
    }

    @Transactional(readOnly = true)
    public CalendarDays days(long organiser, long id) {
        return particulars.calendar(organiser).stream()
                .filter(days -> days.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    @Transactional
    public void add(long organiser, DayKind kind, String name, LocalDate first, LocalDate last) {
        doors.require(Kept.CALENDAR.verb(), organiser);
        CalendarRules.check(kind, first, last, particulars.calendar(organiser));
        long id = database.sql("""
                        insert into organisation.calendar_day
                            (owner_organisation, organiser, kind, name, first_day, last_day)
                        values (:o, :o, :kind, :name, :first, :last) returning id
                        """)
                .param("o", organiser)
                .param("kind", kind.name())
                .param("name", name)
                .param("first", first)
                .param("last", last)
                .query(Long.class)
                .single();
        rows.tell(
                Kept.CALENDAR,
                "added",
                organiser,
                id,
                Map.of("first", new Changed("", first), "last", new Changed("", last)));
    }

    /** @param seen the version that the form showed */
    @Transactional
    public void change(long organiser, long id, int seen, DayKind kind, String name, LocalDate first, LocalDate last) {
        rows.begin(Kept.CALENDAR, organiser, id, seen);
        CalendarDays before = days(organiser, id);
        List<CalendarDays> others = particulars.calendar(organiser).stream()
                .filter(days -> days.id() != id)
                .toList();
        CalendarRules.check(kind, first, last, others);
        database.sql(
                        "update organisation.calendar_day set kind = ?, name = ?, first_day = ?, last_day = ? where id = ?")
                .params(kind.name(), name, first, last, id)
                .update();
        rows.tell(
                Kept.CALENDAR,
                "changed",
                organiser,
                id,
                Map.of(
                        "name", new Changed(before.name(), name),
                        "first", new Changed(before.first(), first),
                        "last", new Changed(before.last(), last)));
    }
}
