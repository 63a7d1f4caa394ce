package se.samverkan.intervention.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.meeting.BookedMeetings;

/** Who is to be at two places at once: at occasions of commissions, at meetings of cases, or one of each. */
@Component
class DoubleBookings {

    private static final int MOST = 100;
    private static final PersonName NOBODY = new PersonName("", null);
    private static final Duration LATELY = Duration.ofDays(1);

    private final JdbcClient database;
    private final BookedMeetings meetings;
    private final CommissionLoads loads;
    private final Names names;
    private final Clock clock;

    DoubleBookings(JdbcClient database, BookedMeetings meetings, CommissionLoads loads, Names names, Clock clock) {
        this.database = database;
        this.meetings = meetings;
        this.loads = loads;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Two things at the same time.
     *
     * @param who who is to be at both: a person, or a provider where nobody is named
     */
    record DoubleBooking(String who, Instant starts, Place first, Place second) {}

    /** An occasion or a meeting, by the path of its page. */
    record Place(String title, String address) {}

    /**
     * A time that is taken.
     *
     * @param person who leads or is invited; empty for an occasion at which the provider names nobody
     * @param provider the id of the provider; empty for a meeting
     */
    private record Taken(
            Optional<Long> person,
            Optional<Long> provider,
            String providerName,
            Place place,
            Instant starts,
            Instant ends) {

        /** Whether the two take the same person, or a provider that has named nobody for one of them. */
        boolean clashesWith(Taken other) {
            boolean both = person.isPresent() && other.person.isPresent();
            return both ? person.equals(other.person) : provider.isPresent() && provider.equals(other.provider);
        }
    }

    /** Those to come, the next one first. */
    @Transactional(readOnly = true)
    public List<DoubleBooking> all(Locale locale) {
        loads.require();
        List<Taken> taken = taken(locale);
        List<Taken[]> pairs = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            Taken one = taken.get(i);
            for (int j = i + 1; j < taken.size() && taken.get(j).starts().isBefore(one.ends()); j++) {
                if (one.clashesWith(taken.get(j)) && pairs.size() < MOST) {
                    pairs.add(new Taken[] {one, taken.get(j)});
                }
            }
        }
        return named(pairs);
    }

    private List<DoubleBooking> named(List<Taken[]> pairs) {
        Map<Long, PersonName> called = names.of(pairs.stream()
                .flatMap(each -> Stream.of(each[0].person(), each[1].person()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        return pairs.stream()
                .map(each -> new DoubleBooking(
                        each[0].person().equals(each[1].person())
                                ? each[0].person()
                                        .map(person -> Objects.requireNonNullElse(called.get(person), NOBODY)
                                                .name())
                                        .orElse(each[0].providerName())
                                : each[0].providerName(),
                        each[0].starts(),
                        each[0].place(),
                        each[1].place()))
                .toList();
    }

    /** What is taken from a day ago on, in the order in which it begins. */
    private List<Taken> taken(Locale locale) {
        Instant from = clock.instant().minus(LATELY);
        List<Taken> taken = new ArrayList<>(occasions());
        Set<Long> leaders =
                taken.stream().flatMap(each -> each.person().stream()).collect(Collectors.toSet());
        meetings.after(from, leaders)
                .forEach(each -> taken.add(new Taken(
                        Optional.of(each.person()),
                        Optional.empty(),
                        "",
                        new Place(each.called(locale), each.address()),
                        each.starts(),
                        each.ends())));
        return taken.stream().sorted(Comparator.comparing(Taken::starts)).toList();
    }

    private List<Taken> occasions() {
        return database.sql("""
                        select l.occasion, l.title, l.starts_at, l.minutes, l.leader, c.provider, p.name
                        from intervention.holding_line l
                        join intervention.occasion o on o.id = l.occasion and o.standing = 'PLANNED'
                        join intervention.commission c on c.id = l.commission and c.standing = 'ACCEPTED'
                        join organisation.organisation p on p.id = c.provider
                        where l.starts_at > now() - interval '1 day' order by l.occasion
                        """)
                .query((row, n) -> {
                    Instant starts = row.getTimestamp("starts_at").toInstant();
                    return new Taken(
                            Optional.ofNullable(row.getObject("leader", Long.class)),
                            Optional.of(row.getLong("provider")),
                            row.getString("name"),
                            new Place(row.getString("title"), "/occasions/" + row.getLong("occasion")),
                            starts,
                            starts.plus(Duration.ofMinutes(row.getInt("minutes"))));
                })
                .list();
    }
}
