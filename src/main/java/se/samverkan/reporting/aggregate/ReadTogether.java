package se.samverkan.reporting.aggregate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.MaskedTable;
import se.samverkan.statistics.disclosure.Masking;
import se.samverkan.statistics.disclosure.Place;
import se.samverkan.statistics.disclosure.Range;
import se.samverkan.statistics.disclosure.Told;

/**
 * What tables of one programme give away when they are read beside each other: those that somebody can read already, and one that is to
 * be shown too. Earlier versions of it are among them.
 */
public final class ReadTogether {

    private final Map<Topic, CountedTable> counted;
    private final List<Standing> standing;

    /**
     * @param counted everything as it is counted now, before anything is masked
     * @param standing what can be read already
     */
    public ReadTogether(Map<Topic, CountedTable> counted, Collection<Standing> standing) {
        this.counted = Map.copyOf(counted);
        this.standing = standing.stream()
                .filter(each -> counted.containsKey(each.topic()))
                .toList();
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

    /** The smallest number that is shown and counted in what would be given away too, those in its row or column first. */
    private Optional<Place> next(Topic topic, MaskedTable masked) {
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

    /** What a table that is shown so would give away of those that can be read already. */
    public List<Leak> leaks(Topic topic, MaskedTable shown) {
        List<Leak> leaks = new ArrayList<>();
        for (Standing each : standing) {
            List<Told> told = Overlap.of(topic, table(topic), each.topic()).stream()
                    .map(overlap -> new Told(overlap.others(), range(shown, overlap.places())))
                    .toList();
            each.table().givenAwayBy(told, each.topic().rule(), table(each.topic())).stream()
                    .map(place -> new Leak(each, place))
                    .forEach(leaks::add);
        }
        return leaks;
    }

    /** Those that count something in common with a table. */
    public List<Standing> beside(Topic topic) {
        return overlaps(topic).map(Beside::in).distinct().toList();
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
