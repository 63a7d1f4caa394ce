package se.samverkan.reporting.aggregate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.MaskedTable;
import se.samverkan.statistics.disclosure.Masking;
import se.samverkan.statistics.disclosure.Masking.Finding;
import se.samverkan.statistics.disclosure.Place;
import se.samverkan.statistics.disclosure.Range;
import se.samverkan.statistics.disclosure.Told;
import se.samverkan.statistics.disclosure.WholeAndParts.Table;

/**
 * What tables of one programme give away when they are read beside each other: those that somebody can read already, and one that is to
 * be shown too. Earlier versions of it are among them.
 */
public final class ReadTogether {

    private static final Names NO_NAME = new Names("", "");

    private final Map<Topic, CountedTable> counted;
    private final List<Standing> standing;
    private final ProgrammesBeside programmes;

    /**
     * @param counted everything as it is counted now, before anything is masked
     * @param standing what can be read already
     */
    public ReadTogether(Map<Topic, CountedTable> counted, Collection<Standing> standing) {
        this(counted, standing, new ProgrammesBeside(0, List.of()));
    }

    /** @param programmes what can be read of programmes that it is a part of or has as parts */
    ReadTogether(Map<Topic, CountedTable> counted, Collection<Standing> standing, ProgrammesBeside programmes) {
        this.counted = Map.copyOf(counted);
        this.standing = standing.stream()
                .filter(each -> counted.containsKey(each.topic()))
                .toList();
        this.programmes = programmes;
    }

    /**
     * A table that can be read already.
     *
     * @param name what whoever chooses is told that it is
     * @param labels what its places are called
     */
    public record Standing(Names name, Topic topic, MaskedTable table, Function<Place, Names> labels) {

        /** One that has its names. */
        public static Standing of(Names name, Topic topic, NamedTable table) {
            return new Standing(name, topic, table.nameless(), table::label);
        }

        public Names label(Place place) {
            return labels.apply(place);
        }
    }

    /** A masked number of a table that can be read already, which another table would give away. */
    public record Leak(Standing in, Place place) {}

    /** How a table is masked, with all this taken into account. */
    public Masking masking(Topic topic) {
        return new Masking(table(topic), topic.rule(), told(topic));
    }

    /** What the system would mask of it; more and more, as long as it would give away something of the others. */
    public MaskedTable masked(Topic topic) {
        Masking masking = masking(topic);
        Set<Place> kept = kept(topic);
        MaskedTable masked = masking.maskedFrom(kept);
        for (Optional<Place> next = next(topic, masked); next.isPresent(); next = next(topic, masked)) {
            kept.add(next.get());
            masked = masking.maskedFrom(kept);
        }
        return masked;
    }

    /**
     * Those that can be shown side by side, so that none gives away what can be read already or what another masks. One after the other in
     * the order of the topics, in which what tells of two stands between them; one that gives something away however it is masked is left
     * out.
     */
    public Map<Topic, MaskedTable> all() {
        Map<Topic, MaskedTable> tables = new EnumMap<>(Topic.class);
        List<Standing> beside = new ArrayList<>(standing);
        for (Topic topic : new TreeSet<>(counted.keySet())) {
            ReadTogether together = new ReadTogether(counted, beside, programmes);
            MaskedTable masked = together.masked(topic);
            if (together.tried(topic, masked.hidden().keySet()).passes()) {
                tables.put(topic, masked);
                beside.add(new Standing(NO_NAME, topic, masked, place -> NO_NAME));
            }
        }
        return tables;
    }

    /** What a table with exactly these masked would give away, of itself and of all that can be read already. */
    public Trial tried(Topic topic, Collection<Place> chosen) {
        Masking masking = masking(topic);
        MaskedTable shown = masking.masking(chosen);
        Trial beside = programmes.trial(topic, new Table(table(topic), shown));
        return new Trial(
                joined(masking.findings(chosen), beside.findings(), Finding::place),
                joined(leaks(topic, shown), beside.leaks(), leak -> leak),
                beside.remainders());
    }

    /** What is found twice is told once. */
    private static <T> List<T> joined(List<T> first, List<T> second, Function<T, Object> same) {
        Set<Object> told = first.stream().map(same).collect(Collectors.toSet());
        return Stream.concat(first.stream(), second.stream().filter(each -> told.add(same.apply(each))))
                .toList();
    }

    /** What is masked next, where something would be given away as it is. */
    private Optional<Place> next(Topic topic, MaskedTable masked) {
        return counted(topic, masked).or(() -> beside(topic, masked));
    }

    /** The smallest number that is shown, where an organiser and its office are read together: at that place, or in line with it. */
    private Optional<Place> beside(Topic topic, MaskedTable masked) {
        Trial trial = programmes.trial(topic, new Table(table(topic), masked));
        return Stream.of(
                        trial.remainders().stream().map(Trial.Remainder::place),
                        trial.leaks().stream().map(Leak::place),
                        trial.findings().stream().map(Finding::place))
                .flatMap(places -> places)
                .findFirst()
                .flatMap(weak -> table(topic).places().stream()
                        .filter(place -> masked.at(place).orElse(0) > 0)
                        .min(Comparator.comparing((Place place) -> !place.equals(weak))
                                .thenComparing(place -> !place.isInLineWith(weak))
                                .thenComparing(Place::isTotal)
                                .thenComparing(place -> table(topic).at(place).value())
                                .thenComparing(Place::key)));
    }

    /** The smallest number that is shown and counted in what would be given away too, those in its row or column first. */
    private Optional<Place> counted(Topic topic, MaskedTable masked) {
        return leaks(topic, masked).stream()
                .findFirst()
                .flatMap(leak -> overlaps(topic)
                        .filter(each -> each.in.equals(leak.in))
                        .flatMap(each -> each.overlap.places().stream()
                                .filter(place -> masked.at(place).orElse(0) > 0)
                                .map(place -> new Candidate(
                                        place, each.overlap.others().stream().anyMatch(leak.place::isInLineWith))))
                        .min(Comparator.comparing((Candidate each) -> !each.near)
                                .thenComparing(each -> each.place.isTotal())
                                .thenComparing(
                                        each -> table(topic).at(each.place).value())
                                .thenComparing(each -> each.place.key()))
                        .map(Candidate::place));
    }

    private record Candidate(Place place, boolean near) {}

    private CountedTable table(Topic topic) {
        return Objects.requireNonNull(counted.get(topic));
    }

    /** What the others tell of a table that is still so. */
    private List<Told> told(Topic topic) {
        return overlaps(topic)
                .map(each -> new Told(each.overlap.places(), each.range()))
                .filter(each -> each.range().has(sum(topic, each.places())))
                .toList();
    }

    /** What stays masked, since it is masked elsewhere and may still be what it was; of a sum the smallest that is not nothing. */
    private Set<Place> kept(Topic topic) {
        Set<Place> kept = new LinkedHashSet<>();
        overlaps(topic)
                .filter(each -> each.mayBeUnchanged(table(each.in.topic())))
                .filter(each -> each.range().has(sum(topic, each.overlap.places())))
                .map(each -> each.overlap.places().stream()
                        .filter(place -> table(topic).at(place).contributors() > 0)
                        .min(Comparator.comparingDouble(
                                place -> table(topic).at(place).value())))
                .flatMap(Optional::stream)
                .forEach(kept::add);
        return kept;
    }

    /** What a table that is shown so would give away of those that can be read already, together with what they tell of each other. */
    public List<Leak> leaks(Topic topic, MaskedTable shown) {
        List<Leak> leaks = new ArrayList<>();
        for (Standing each : standing) {
            List<Told> fresh = told(topic, shown, each.topic()).toList();
            if (!fresh.isEmpty() && !each.table().hidden().isEmpty()) {
                leaks.addAll(leaks(each, fresh, toldOf(each, topic)));
            }
        }
        return leaks;
    }

    /** What stood to be known before is not laid to its charge. */
    private List<Leak> leaks(Standing of, List<Told> fresh, List<Told> before) {
        List<Place> given =
                givenAway(of, Stream.concat(fresh.stream(), before.stream()).toList());
        List<Place> known = given.isEmpty() ? List.of() : givenAway(of, before);
        return given.stream()
                .filter(place -> !known.contains(place))
                .map(place -> new Leak(of, place))
                .toList();
    }

    /** What those of other topics tell of one of them that is still so. */
    private List<Told> toldOf(Standing one, Topic but) {
        return standing.stream()
                .filter(other -> other.topic() != one.topic() && other.topic() != but)
                .flatMap(other -> told(other.topic(), other.table(), one.topic()))
                .filter(told -> told.range().has(sum(one.topic(), told.places())))
                .toList();
    }

    private Stream<Told> told(Topic topic, MaskedTable shown, Topic of) {
        return Overlap.of(topic, table(topic), of).stream()
                .map(overlap -> new Told(overlap.others(), range(shown, overlap.places())));
    }

    private List<Place> givenAway(Standing of, List<Told> told) {
        return told.isEmpty()
                ? List.of()
                : of.table().givenAwayBy(told, of.topic().rule(), table(of.topic()));
    }

    /** Those that count something in common with a table. */
    public List<Standing> beside(Topic topic) {
        return Stream.concat(overlaps(topic).map(Beside::in), programmes.beside(topic).stream())
                .distinct()
                .toList();
    }

    private record Beside(Overlap overlap, Standing in) {

        Range range() {
            return ReadTogether.range(in.table(), overlap.others());
        }

        /** Whether it is masked there, and may still be what it was. */
        boolean mayBeUnchanged(CountedTable now) {
            return overlap.others().stream()
                    .anyMatch(place ->
                            in.table().hidden().containsKey(place) && in.table().mayStillBe(place, now));
        }
    }

    private Stream<Beside> overlaps(Topic topic) {
        return standing.stream()
                .flatMap(each -> Overlap.of(topic, table(topic), each.topic()).stream()
                        .map(overlap -> new Beside(overlap, each)));
    }

    private static Range range(MaskedTable table, List<Place> places) {
        return places.stream().map(table::range).reduce(new Range(0, OptionalDouble.of(0)), Range::plus);
    }

    private double sum(Topic topic, List<Place> places) {
        return places.stream()
                .mapToDouble(place -> table(topic).at(place).value())
                .sum();
    }
}
