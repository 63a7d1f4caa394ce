package se.samverkan.statistics.disclosure;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses which numbers of a table are masked, and tries a choice that somebody else has made.
 *
 * <p>First every number of too few. Then, as long as the bounds of a masked number are narrower than the rule, others are masked too:
 * the rectangle with it that costs the least, or the smallest in a sum with it. Masking more never narrows the bounds of what was
 * masked before, so each number is proved once.
 */
public final class Masking {

    private final CountedTable table;
    private final Rule rule;
    private final List<Told> told;
    private final Set<Place> known;

    public Masking(CountedTable table, Rule rule) {
        this(table, rule, List.of());
    }

    /** @param told what whoever reads the table knows of it from elsewhere, and that is still so */
    public Masking(CountedTable table, Rule rule, List<Told> told) {
        this.table = table;
        this.rule = rule;
        this.told = List.copyOf(told);
        this.known = told.stream()
                .filter(each -> each.range().width() == 0)
                .map(each -> each.places().stream()
                        .filter(place -> table.at(place).contributors() > 0)
                        .toList())
                .filter(ofSomebody -> ofSomebody.size() == 1)
                .map(List::getFirst)
                .filter(place -> !rule.isOfTooFew(table.at(place)))
                .collect(Collectors.toSet());
    }

    /** Why a table cannot be published. */
    public enum Fault {
        /** The number is shown and is of too few. */
        SHOWN,
        /** The number is masked, and can be found from those that are shown. */
        DERIVABLE,
        /** The number is masked, and can be found from those that are shown together with what is known from elsewhere. */
        TOLD_ELSEWHERE
    }

    /**
     * A number that a table gives away.
     *
     * @param range between what it must lie
     * @param needed how wide that must be
     */
    public record Finding(Place place, Fault fault, Range range, double needed) {}

    /** The table with as little masked as this finds, so that it gives nothing away. */
    public MaskedTable masked() {
        return maskedFrom(Set.of());
    }

    /** The same, where these are masked whatever else is. */
    public MaskedTable maskedFrom(Collection<Place> first) {
        Set<Place> masked = counted(first);
        table.places().stream()
                .filter(place -> rule.isOfTooFew(table.at(place)))
                .forEach(masked::add);
        Set<Place> proved = new LinkedHashSet<>();
        Optional<Place> weak = firstWeak(masked, proved);
        while (weak.isPresent()) {
            if (!masked.addAll(shield(weak.get(), masked))) {
                proved.add(weak.get());
            }
            weak = firstWeak(masked, proved);
        }
        return masked(masked);
    }

    /** The first that its bounds give away; those before it are noted as proved. */
    private Optional<Place> firstWeak(Set<Place> masked, Set<Place> proved) {
        Bounds bounds = bounds(masked);
        for (Place place : masked) {
            if (!proved.contains(place) && isWeak(place, bounds.of(place))) {
                return Optional.of(place);
            }
            proved.add(place);
        }
        return Optional.empty();
    }

    private Bounds bounds(Collection<Place> masked) {
        return new Bounds(table, masked, rule.least(), told);
    }

    /** What is of enough and stands elsewhere already is no secret here, and shields nothing. */
    private boolean isWeak(Place place, Range range) {
        return !known.contains(place) && rule.isNarrow(range, table.at(place));
    }

    /**
     * What to mask beside it: in a table with both margins the three others of a rectangle, which cost the least; else, and where no
     * rectangle has anything new, the smallest in its own sums, or anywhere.
     */
    private Set<Place> shield(Place weak, Set<Place> masked) {
        return rectangle(weak, masked)
                .or(() -> smallest(beside(weak), masked).map(Set::of))
                .or(() -> smallest(table.places().stream(), masked).map(Set::of))
                .orElse(Set.of());
    }

    private Optional<Set<Place>> rectangle(Place weak, Set<Place> masked) {
        if (!table.rowsAdd() || !table.columnsAdd()) {
            return Optional.empty();
        }
        return table.places().stream()
                .filter(across ->
                        !across.row().equals(weak.row()) && !across.column().equals(weak.column()))
                .map(across ->
                        List.of(across, new Place(weak.row(), across.column()), new Place(across.row(), weak.column())))
                .filter(corners -> corners.stream().allMatch(place -> shields(place) || masked.contains(place)))
                .map(corners -> corners.stream()
                        .filter(place -> !masked.contains(place))
                        .collect(Collectors.<Place, Set<Place>>toCollection(LinkedHashSet::new)))
                .filter(fresh -> !fresh.isEmpty())
                .min(Comparator.comparingLong((Set<Place> fresh) ->
                                fresh.stream().filter(Place::isTotal).count())
                        .thenComparingDouble(fresh -> fresh.stream()
                                .mapToDouble(place -> table.at(place).value())
                                .sum())
                        .thenComparing(Set::toString));
    }

    private Stream<Place> beside(Place weak) {
        return table.sums().stream()
                .filter(sum -> sum.has(weak))
                .flatMap(sum -> Stream.concat(sum.parts().stream(), Stream.of(sum.whole())));
    }

    private Optional<Place> smallest(Stream<Place> places, Set<Place> masked) {
        return places.filter(place -> !masked.contains(place) && shields(place))
                .min(Comparator.comparing(Place::isTotal)
                        .thenComparing(place -> table.at(place).value())
                        .thenComparing(Place::key));
    }

    private boolean shields(Place place) {
        return table.at(place).contributors() > 0 && !known.contains(place);
    }

    private MaskedTable masked(Collection<Place> masked) {
        Bounds bounds = bounds(masked);
        Map<Place, Double> shown = new LinkedHashMap<>();
        Map<Place, Range> hidden = new LinkedHashMap<>();
        for (Place place : table.places()) {
            if (masked.contains(place)) {
                hidden.put(place, bounds.of(place));
            } else {
                shown.put(place, table.at(place).value());
            }
        }
        return new MaskedTable(table.rows(), table.columns(), table.rowsAdd(), table.columnsAdd(), shown, hidden);
    }

    /** The table with exactly these masked, whatever that gives away; a zero is never masked. */
    public MaskedTable masking(Collection<Place> chosen) {
        return masked(counted(chosen));
    }

    /** What a table with exactly these masked would give away; empty where it can be published. */
    public List<Finding> findings(Collection<Place> chosen) {
        Set<Place> masked = counted(chosen);
        Bounds bounds = bounds(masked);
        Bounds alone = new Bounds(table, masked, rule.least(), List.of());
        return table.places().stream()
                .flatMap(place -> finding(place, masked, bounds, alone).stream())
                .toList();
    }

    private Optional<Finding> finding(Place place, Set<Place> masked, Bounds bounds, Bounds alone) {
        Count count = table.at(place);
        if (!masked.contains(place)) {
            return Optional.of(place)
                    .filter(each -> rule.isOfTooFew(count))
                    .map(each -> new Finding(
                            each,
                            Fault.SHOWN,
                            new Range(count.value(), OptionalDouble.of(count.value())),
                            rule.width(count)));
        }
        Range range = bounds.of(place);
        return isWeak(place, range)
                ? Optional.of(new Finding(
                        place,
                        isWeak(place, alone.of(place)) ? Fault.DERIVABLE : Fault.TOLD_ELSEWHERE,
                        range,
                        rule.width(count)))
                : Optional.empty();
    }

    private Set<Place> counted(Collection<Place> chosen) {
        Set<Place> masked = new LinkedHashSet<>(table.places());
        masked.removeIf(place -> !chosen.contains(place) || table.at(place).contributors() == 0);
        return masked;
    }
}
