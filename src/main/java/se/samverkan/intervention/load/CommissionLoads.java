package se.samverkan.intervention.load;

import java.text.Collator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.intervention.occasion.OccasionText;
import se.samverkan.meeting.BookedMeetings;
import se.samverkan.meeting.BookedMeetings.Booking;
import se.samverkan.partnership.staffing.CaseFacilitators;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;

/**
 * The load of providers, and of those who lead occasions, over commissions and terms: of what the actor sees. A provider sees its own;
 * who runs cases sees those of these cases.
 */
@Component
class CommissionLoads {

    private static final int TERMS = 6;
    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final BookedMeetings meetings;
    private final CaseFacilitators facilitators;
    private final Names names;
    private final Rights rights;
    private final Clock clock;

    CommissionLoads(
            JdbcClient database,
            BookedMeetings meetings,
            CaseFacilitators facilitators,
            Names names,
            Rights rights,
            Clock clock) {
        this.database = database;
        this.meetings = meetings;
        this.facilitators = facilitators;
        this.names = names;
        this.rights = rights;
        this.clock = clock;
    }

    /** How many commissions, occasions and meetings there are in a term, and for how many minutes. */
    record Cell(int commissions, int occasions, int meetings, int minutes) {

        static final Cell EMPTY = new Cell(0, 0, 0, 0);

        Cell plus(Cell other) {
            return new Cell(
                    commissions + other.commissions,
                    occasions + other.occasions,
                    meetings + other.meetings,
                    minutes + other.minutes);
        }

        boolean isEmpty() {
            return commissions == 0 && occasions == 0 && meetings == 0;
        }
    }

    /** The load of one provider, or of one who leads. */
    record Row(String name, Map<Period, Cell> terms) {

        Cell in(Period term) {
            return Objects.requireNonNullElse(terms.get(term), Cell.EMPTY);
        }
    }

    private record Booked(String name, long key, Period term, Cell cell) {}

    /** This term and those that follow. */
    List<Period> terms() {
        Period now = Period.termOf(LocalDate.now(clock));
        return IntStream.range(0, TERMS).mapToObj(now::plusTerms).toList();
    }

    /** The providers whose commissions the actor sees, by name. */
    @Transactional(readOnly = true)
    public List<Row> providers() {
        require();
        List<Booked> booked = new ArrayList<>();
        database.sql("""
                        select c.provider, p.name, c.first_term, c.last_term from intervention.commission c
                        join organisation.organisation p on p.id = c.provider
                        where c.standing in ('ACCEPTED', 'REPORTED', 'CLOSED') order by p.name collate "sv-SE-x-icu", c.provider
                        """).query(row -> {
            Period last = Period.ofKey(row.getInt("last_term"));
            for (Period term = Period.ofKey(row.getInt("first_term"));
                    term.compareTo(last) <= 0;
                    term = term.plusTerms(1)) {
                booked.add(new Booked(row.getString("name"), row.getLong("provider"), term, new Cell(1, 0, 0, 0)));
            }
        });
        database.sql("""
                        select c.provider, p.name, l.starts_at, l.minutes from intervention.holding_line l
                        join intervention.occasion o on o.id = l.occasion and o.standing <> 'CANCELLED'
                        join intervention.commission c on c.id = l.commission and c.standing in ('ACCEPTED', 'REPORTED', 'CLOSED')
                        join organisation.organisation p on p.id = c.provider
                        """).query(row -> {
            booked.add(new Booked(
                    row.getString("name"),
                    row.getLong("provider"),
                    term(row.getTimestamp("starts_at").toInstant()),
                    new Cell(0, 1, 0, row.getInt("minutes"))));
        });
        return rows(booked);
    }

    /**
     * Those who lead occasions, and the facilitators of cases, by name: their occasions and the meetings that they are invited to.
     * A facilitator without any is there too, since an empty term is what one looks for.
     */
    @Transactional(readOnly = true)
    public List<Row> leaders() {
        require();
        List<Led> led = led();
        Set<Long> people = new HashSet<>(facilitators.facilitators());
        led.forEach(each -> people.add(each.leader()));
        List<Booking> bookings = meetings.after(
                terms().getFirst()
                        .firstDayOfTerm()
                        .atStartOfDay(OccasionText.SWEDEN)
                        .toInstant(),
                people);
        bookings.forEach(each -> people.add(each.person()));
        Map<Long, PersonName> called = names.of(people);
        List<Booked> booked = new ArrayList<>();
        people.forEach(each -> booked.add(of(each, called, terms().getFirst(), Cell.EMPTY)));
        led.forEach(
                each -> booked.add(of(each.leader(), called, term(each.starts()), new Cell(0, 1, 0, each.minutes()))));
        bookings.forEach(each -> booked.add(of(each.person(), called, term(each.starts()), new Cell(0, 0, 1, (int)
                Duration.between(each.starts(), each.ends()).toMinutes()))));
        return rows(booked);
    }

    private static Booked of(long person, Map<Long, PersonName> called, Period term, Cell cell) {
        return new Booked(
                Objects.requireNonNullElse(called.get(Long.valueOf(person)), NOBODY)
                        .name(),
                person,
                term,
                cell);
    }

    private record Led(long leader, Instant starts, int minutes) {}

    private List<Led> led() {
        return database.sql("""
                        select l.leader, l.starts_at as starts, l.minutes from intervention.holding_line l
                        join intervention.occasion o on o.id = l.occasion and o.standing <> 'CANCELLED'
                        join intervention.commission c on c.id = l.commission and c.standing in ('ACCEPTED', 'REPORTED', 'CLOSED')
                        where l.leader is not null
                        """)
                .query((row, n) -> new Led(
                        row.getLong("leader"), row.getTimestamp("starts").toInstant(), row.getInt("minutes")))
                .list();
    }

    private static List<Row> rows(List<Booked> booked) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        booked.forEach(each -> rows.computeIfAbsent(each.key(), key -> new Row(each.name(), new TreeMap<>()))
                .terms()
                .merge(each.term(), each.cell(), Cell::plus));
        return rows.values().stream()
                .sorted(Comparator.comparing(Row::name, Collator.getInstance(Words.SWEDISH)))
                .toList();
    }

    private static Period term(Instant moment) {
        return Period.termOf(LocalDate.ofInstant(moment, OccasionText.SWEDEN));
    }

    void require() {
        if (!rights.allow(Verb.RUN_PARTNERSHIP)) {
            rights.require(Verb.ANSWER_COMMISSIONS);
        }
    }
}
