package se.samverkan.statistics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samverkan.statistics.disclosure.CountedTable.Sum;
import se.samverkan.statistics.disclosure.Masking.Fault;
import se.samverkan.statistics.disclosure.Masking.Finding;

/**
 * A table of a whole beside tables of parts of it, as they can be read: place by place the whole is its parts and what is left. What is
 * left stands in no table, but whoever reads them subtracts. All of it is one set of sums, and the same bounds decide.
 */
public final class WholeAndParts {

    private static final double ROUNDING = 0.01;

    private final List<Table> tables;
    private final Rule rule;
    private final List<Left> left = new ArrayList<>();
    private final Bounds bounds;

    /**
     * @param whole the table that the others are parts of
     * @param parts tables of parts that have nothing in common
     */
    public WholeAndParts(Table whole, List<Table> parts, Rule rule) {
        this.tables = Stream.concat(Stream.of(whole), parts.stream()).toList();
        this.rule = rule;
        whole.counted().places().forEach(this::leave);
        this.bounds = bounds();
    }

    /**
     * A table that can be read.
     *
     * @param counted what it was made of before anything was masked
     * @param shown what is read
     */
    public record Table(CountedTable counted, MaskedTable shown) {}

    /**
     * What is left of a number of the whole without those of some parts.
     *
     * @param without which parts, from 1 as they were given
     */
    public record Left(Place place, List<Integer> without, Count count) {

        private Place named() {
            return new Place("left" + without + ":" + place.row(), place.column());
        }
    }

    /** A number that is left and given away. */
    public record LeftOver(Left left, Finding finding) {}

    /** At a place: the whole without all that have something there, and without each of them. */
    private void leave(Place place) {
        List<Integer> there = IntStream.range(1, tables.size())
                .filter(part -> tables.get(part).counted().at(place).contributors() > 0)
                .boxed()
                .toList();
        Stream.concat(Stream.of(there), there.stream().map(List::of))
                .filter(without -> !without.isEmpty())
                .distinct()
                .forEach(without -> leave(place, without));
    }

    /** Where the whole can hold them: numbers of different days need not. */
    private void leave(Place place, List<Integer> without) {
        Count whole = tables.getFirst().counted().at(place);
        List<Count> gone = without.stream()
                .map(part -> tables.get(part).counted().at(place))
                .toList();
        double rest = whole.value() - gone.stream().mapToDouble(Count::value).sum();
        if (rest > -ROUNDING) {
            left.add(new Left(
                    place,
                    without,
                    rest(
                            rest,
                            whole,
                            gone.stream().mapToInt(Count::contributors).sum())));
        }
    }

    /** Nobody stands in two parts, so at least so many stand in what is left. */
    private static Count rest(double value, Count whole, int contributors) {
        boolean isNothing = value < ROUNDING;
        return new Count(isNothing ? 0 : value, Math.max(whole.contributors() - contributors, isNothing ? 0 : 1));
    }

    private Bounds bounds() {
        Map<Place, Double> shown = new HashMap<>();
        List<Place> masked = new ArrayList<>();
        List<Sum> sums = new ArrayList<>();
        for (int table = 0; table < tables.size(); table++) {
            int number = table;
            MaskedTable read = tables.get(table).shown();
            read.shown().forEach((place, value) -> shown.put(in(number, place), value));
            read.hidden().keySet().stream()
                    .sorted(Comparator.comparing(Place::key))
                    .forEach(place -> masked.add(in(number, place)));
            read.sums().forEach(sum -> sums.add(in(number, sum)));
        }
        int stand = masked.size();
        for (Left each : left) {
            sums.add(new Sum(
                    in(0, each.place()),
                    Stream.concat(each.without().stream().map(part -> in(part, each.place())), Stream.of(each.named()))
                            .toList()));
            masked.add(each.named());
        }
        List<Place> inTables = masked.subList(0, stand);
        return new Bounds(
                sums,
                place -> shown.getOrDefault(place, 0.0),
                masked,
                place -> inTables.contains(place) ? rule.least() : 0,
                List.of());
    }

    private static Place in(int table, Place place) {
        return new Place(table + ":" + place.row(), place.column());
    }

    private static Sum in(int table, Sum sum) {
        return new Sum(
                in(table, sum.whole()),
                sum.parts().stream().map(place -> in(table, place)).toList());
    }

    /** The masked numbers of a table, the whole 0 and its parts from 1, that the others give away. */
    public List<Finding> findings(int table) {
        MaskedTable read = tables.get(table).shown();
        CountedTable counted = tables.get(table).counted();
        return read.hidden().keySet().stream()
                .filter(place -> !rule.isNarrow(read.range(place), counted.at(place)))
                .flatMap(place -> narrow(place, in(table, place), counted.at(place)))
                .sorted(Comparator.comparing(finding -> finding.place().key()))
                .toList();
    }

    /** What is left, made of too few and given away. */
    public List<LeftOver> leftOver() {
        return left.stream()
                .filter(each -> rule.isOfTooFew(each.count()))
                .flatMap(each ->
                        narrow(each.place(), each.named(), each.count()).map(finding -> new LeftOver(each, finding)))
                .toList();
    }

    private Stream<Finding> narrow(Place place, Place named, Count count) {
        Range range = bounds.of(named);
        return Stream.of(range)
                .filter(each -> rule.isNarrow(each, count))
                .map(each -> new Finding(place, Fault.TOLD_ELSEWHERE, each, rule.width(count)));
    }

    /** Between what a number that is left must lie, or a masked one of a table. */
    Range of(Left each) {
        return bounds.of(each.named());
    }

    Range of(int table, Place place) {
        return bounds.of(in(table, place));
    }

    List<Left> left() {
        return List.copyOf(left);
    }
}
