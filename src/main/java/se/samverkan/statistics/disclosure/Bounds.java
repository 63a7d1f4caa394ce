package se.samverkan.statistics.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import se.samverkan.statistics.disclosure.CountedTable.Sum;

/**
 * What can be known of masked numbers from the sums that they are part of: the least and the most that each can be, by linear
 * programming over all of them at once. A row at a time would not be enough: two rows and two columns together can give away what
 * none of them does alone. What is known from elsewhere is one sum more.
 */
final class Bounds {

    private final List<Place> masked;
    private final ToDoubleFunction<Place> least;
    private final boolean tells;
    private final Simplex possible;

    /**
     * @param masked the places that are not shown
     * @param least what everybody knows that each of them is at least
     * @param told what is known from elsewhere
     */
    Bounds(CountedTable table, Collection<Place> masked, double least, List<Told> told) {
        this(table.sums(), place -> table.at(place).value(), masked, place -> least, told);
    }

    /**
     * @param shown the number at a place that is not masked
     * @param least what everybody knows that the number at a masked place is at least
     */
    Bounds(
            List<Sum> sums,
            ToDoubleFunction<Place> shown,
            Collection<Place> masked,
            ToDoubleFunction<Place> least,
            List<Told> told) {
        this.masked = List.copyOf(masked);
        this.least = least;
        List<Known> known = new ArrayList<>();
        sums.forEach(sum -> known.add(known(shown, sum.parts(), List.of(sum.whole()), 0, 0)));
        for (Told each : told) {
            // Whatever is between two ends is the lower one and something, and the upper one less something.
            boolean exact = each.range().width() == 0;
            known.add(known(shown, each.places(), List.of(), each.range().least(), exact ? 0 : -1));
            if (!exact && each.range().most().isPresent()) {
                known.add(known(
                        shown, each.places(), List.of(), each.range().most().getAsDouble(), 1));
            }
        }
        known.removeIf(each -> each.says().isEmpty());
        this.tells = !known.isEmpty();
        this.possible = new Simplex(
                rows(known),
                this.masked.size() + (int) known.stream().filter(Known::isLoose).count());
    }

    /**
     * A sum that is known.
     *
     * @param says a sign for each masked number in it, by its number
     * @param value what they come to above the least
     * @param slack the sign of something that is not below zero and not known; 0 where the sum is exact
     */
    private record Known(Map<Integer, Integer> says, double value, int slack) {

        boolean isLoose() {
            return slack != 0;
        }
    }

    private Known known(ToDoubleFunction<Place> shown, List<Place> plus, List<Place> minus, double value, int slack) {
        Map<Integer, Integer> says = new HashMap<>();
        double rest = value;
        for (Place place : plus) {
            rest -= known(shown, place, 1, says);
        }
        for (Place place : minus) {
            rest -= known(shown, place, -1, says);
        }
        return new Known(says, rest, slack);
    }

    private double known(ToDoubleFunction<Place> shown, Place place, int sign, Map<Integer, Integer> says) {
        int at = masked.indexOf(place);
        if (at < 0) {
            return sign * shown.applyAsDouble(place);
        }
        says.merge(at, sign, Integer::sum);
        return sign * least.applyAsDouble(place);
    }

    private List<double[]> rows(List<Known> known) {
        int numbers =
                masked.size() + (int) known.stream().filter(Known::isLoose).count();
        List<double[]> rows = new ArrayList<>();
        int slack = masked.size();
        for (Known each : known) {
            double[] row = new double[numbers + 1];
            each.says().forEach((at, sign) -> row[at] = sign);
            row[numbers] = each.value();
            if (each.isLoose()) {
                row[slack++] = each.slack();
            }
            rows.add(row);
        }
        return rows;
    }

    /** Between what a masked number must lie. */
    Range of(Place place) {
        int at = masked.indexOf(place);
        double from = least.applyAsDouble(place);
        return tells
                ? new Range(from + possible.least(at), above(from, possible.most(at)))
                : new Range(from, OptionalDouble.empty());
    }

    private static OptionalDouble above(double from, OptionalDouble most) {
        return most.isPresent() ? OptionalDouble.of(from + most.getAsDouble()) : most;
    }
}
