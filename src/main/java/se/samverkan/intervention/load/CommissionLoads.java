package se.samverkan.intervention.load;

import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.intervention.occasion.OccasionText;
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
    private final Names names;
    private final Rights rights;
    private final Clock clock;

    CommissionLoads(JdbcClient database, Names names, Rights rights, Clock clock) {
        this.database = database;
        this.names = names;
        this.rights = rights;
        this.clock = clock;
    }

    /** How many commissions or occasions there are in a term, and for how many minutes of occasions. */
    record Cell(int commissions, int occasions, int minutes) {

        static final Cell EMPTY = new Cell(0, 0, 0);

        Cell plus(Cell other) {
            return new Cell(commissions + other.commissions, occasions + other.occasions, minutes + other.minutes);
        }

        boolean isEmpty() {
            return commissions == 0 && occasions == 0;
        }
    }

    /** The load of one provider, or of one who leads. */
    record Row(String name, Map<Period, Cell> terms) {

        Cell in(Period term) {
            return Objects.requireNonNullElse(terms.get(term), Cell.EMPTY);
        }
    }

    /**
     * Two occasions at the same time.
     *
     * @param who who is to be at both: a person, or a provider where nobody is named
     */
    record DoubleBooking(String who, long first, String firstTitle, Instant starts, long second, String secondTitle) {}

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
                booked.add(new Booked(row.getString("name"), row.getLong("provider"), term, new Cell(1, 0, 0)));
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
                    new Cell(0, 1, row.getInt("minutes"))));
        });
        return rows(booked);
    }

    /** Those who lead occasions, by name. */
    @Transactional(readOnly = true)
    public List<Row> leaders() {
        require();
        record Led(long leader, Instant starts, int minutes) {}
        List<Led> led = database.sql("""
                        select l.leader, l.starts_at as starts, l.minutes from intervention.holding_line l
                        join intervention.occasion o on o.id = l.occasion and o.standing <> 'CANCELLED'
                        join intervention.commission c on c.id = l.commission and c.standing in ('ACCEPTED', 'REPORTED', 'CLOSED')
                        where l.leader is not null
                        """)
                .query((row, n) -> new Led(
                        row.getLong("leader"), row.getTimestamp("starts").toInstant(), row.getInt("minutes")))
                .list();
        Map<Long, PersonName> called =
                names.of(led.stream().map(Led::leader).distinct().toList());
        return rows(led.stream()
                .map(each -> new Booked(
                        Objects.requireNonNullElse(called.get(each.leader()), NOBODY)
                                .name(),
                        each.leader(),
                        term(each.starts()),
                        new Cell(0, 1, each.minutes())))
                .toList());
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

    /** Occasions to come at which the same person, or a provider that names nobody, is to be at two places. */
    @Transactional(readOnly = true)
    public List<DoubleBooking> doubles() {
        require();
        record Pair(
                @Nullable Long leader,
                String provider,
                long first,
                String firstTitle,
                Instant starts,
                long second,
                String secondTitle) {}
        List<Pair> pairs = database.sql("""
                        with booked as (
                            select l.occasion, l.title, l.starts_at, l.minutes, l.leader, c.provider, p.name
                            from intervention.holding_line l
                            join intervention.occasion o on o.id = l.occasion and o.standing = 'PLANNED'
                            join intervention.commission c on c.id = l.commission and c.standing = 'ACCEPTED'
                            join organisation.organisation p on p.id = c.provider
                            where l.starts_at > now() - interval '1 day')
                        select case when a.leader = b.leader then a.leader end as leader, a.name as provider, a.occasion as first,
                            a.title as first_title, a.starts_at as starts, b.occasion as second, b.title as second_title
                        from booked a join booked b on a.occasion < b.occasion
                            and (a.leader = b.leader or a.provider = b.provider and (a.leader is null or b.leader is null))
                            and a.starts_at < b.starts_at + b.minutes * interval '1 minute'
                            and b.starts_at < a.starts_at + a.minutes * interval '1 minute'
                        order by a.starts_at, a.occasion, b.occasion limit 100
                        """)
                .query((row, n) -> new Pair(
                        row.getObject("leader", Long.class),
                        row.getString("provider"),
                        row.getLong("first"),
                        row.getString("first_title"),
                        row.getTimestamp("starts").toInstant(),
                        row.getLong("second"),
                        row.getString("second_title")))
                .list();
        Map<Long, PersonName> called = names.of(pairs.stream()
                .flatMap(each -> Stream.ofNullable(each.leader()))
                .distinct()
                .toList());
        return pairs.stream()
                .map(each -> new DoubleBooking(
                        Stream.ofNullable(each.leader())
                                .map(leader -> Objects.requireNonNullElse(called.get(leader), NOBODY)
                                        .name())
                                .findFirst()
                                .orElse(each.provider()),
                        each.first(),
                        each.firstTitle(),
                        each.starts(),
                        each.second(),
                        each.secondTitle()))
                .toList();
    }

    private void require() {
        if (!rights.allow(Verb.RUN_PARTNERSHIP)) {
            rights.require(Verb.ANSWER_COMMISSIONS);
        }
    }
}
