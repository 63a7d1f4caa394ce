package se.samverkan.reporting.edition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;

/** When the yearly report of a programme is due: a setting of whoever writes it. The year that it tells of is the one before. */
@Component
class EditionDates {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int LAST_DAY = 28;
    private static final int MONTHS = 12;
    private static final int WEEKS_BEFORE = 10;

    private final JdbcClient database;
    private final Rights rights;
    private final AuditTrail trail;
    private final Clock clock;

    EditionDates(JdbcClient database, Rights rights, AuditTrail trail, Clock clock) {
        this.database = database;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    /** The day of a programme's report. */
    record Due(long organisation, String variant, int month, int day) {

        /** The next day on which it is due, from a day on. */
        LocalDate next(LocalDate today) {
            LocalDate here = LocalDate.of(today.getYear(), month, day);
            return here.isBefore(today) ? here.plusYears(1) : here;
        }
    }

    /**
     * A report that is due.
     *
     * @param year which year it tells of
     * @param edition the one that is begun; empty where none is
     */
    record Waiting(long organisation, String variant, String name, int year, LocalDate due, Optional<Long> edition) {}

    LocalDate today() {
        return LocalDate.now(clock.withZone(SWEDEN));
    }

    @Transactional(readOnly = true)
    public List<Due> all() {
        return database.sql("select organisation, variant, month, day from reporting.edition_date")
                .query(Due.class)
                .list();
    }

    /** Sets the day. */
    @Transactional
    public void set(long organisation, String variant, int month, int day) {
        rights.require(Verb.WRITE_EDITION, organisation);
        if (month < 1 || month > MONTHS || day < 1 || day > LAST_DAY) {
            throw Refusal.rule("edition.refusal.day", LAST_DAY);
        }
        database.sql("""
                        insert into reporting.edition_date (organisation, variant, month, day) values (?, ?, ?, ?)
                        on conflict (organisation, variant) do update set month = excluded.month, day = excluded.day,
                            made_by = access.person(), made_at = now()
                        """).params(organisation, variant, month, day).update();
        trail.record(Happening.of(
                        "reporting.edition-date",
                        new Subject("edition-date", organisation + "/" + variant, variant),
                        organisation)
                .changing("edition-day", null, "%02d-%02d".formatted(month, day)));
    }

    /** The reports that are due within some weeks and have not been handed in. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        LocalDate today = today();
        return database
                .sql("""
                        select d.organisation, d.variant, d.month, d.day, o.name,
                            array(select e.year * 10 + case when e.handed_at is null then 0 else 1 end from reporting.edition e
                                where e.organisation = d.organisation and e.variant = d.variant) as years,
                            (select max(e.id) from reporting.edition e where e.organisation = d.organisation
                                and e.variant = d.variant and e.handed_at is null) as draft
                        from reporting.edition_date d join organisation.organisation o on o.id = d.organisation
                        """)
                .query((row, n) -> {
                    LocalDate due = new Due(0, "", row.getInt("month"), row.getInt("day")).next(today);
                    int year = due.getYear() - 1;
                    boolean handedIn = List.of((Integer[]) row.getArray("years").getArray())
                            .contains(year * 10 + 1);
                    return handedIn || due.isAfter(today.plusWeeks(WEEKS_BEFORE))
                            ? Optional.<Waiting>empty()
                            : Optional.of(new Waiting(
                                    row.getLong("organisation"),
                                    row.getString("variant"),
                                    row.getString("name"),
                                    year,
                                    due,
                                    Optional.ofNullable(row.getObject("draft", Long.class))));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
