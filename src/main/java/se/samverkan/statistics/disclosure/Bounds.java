package se.samverkan.statistics.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import se.samverkan.statistics.disclosure.CountedTable.Sum;

/**
 * What can be known of masked numbers from the sums that they are part of: the least and the most that each can be, by linear
 * programming over all of them at once. A row at a time would not be enough: two rows and two columns together can give away what
 * none of them does alone.
 */
final class Bounds {

    private final List<Place> masked;
    private final double least;
    private final boolean tells;
    private final Simplex possible;

    /**
     * @param masked the places that are not shown
     * @param least what everybody knows that each of them is at least
     */
    Bounds(CountedTable table, Collection<Place> masked, double least) {
        this.masked = List.copyOf(masked);
        this.least = least;
        List<double[]> known = table.sums().stream()
                .filter(sum -> masked.stream().anyMatch(sum::has))
                .map(sum -> told(table, sum))
                .toList();
        this.tells = !known.isEmpty();
        this.possible = new Simplex(known, masked.size());
    }

    /** What a sum tells of the masked numbers: a sign for each of them, and what they come to above the least. */
    private double[] told(CountedTable table, Sum sum) {
        double[] told = new double[masked.size() + 1];
        List<Place> all = new ArrayList<>(sum.parts());
        all.add(sum.whole());
        for (Place place : all) {
            int sign = place.equals(sum.whole()) ? -1 : 1;
            int at = masked.indexOf(place);
            if (at < 0) {
                told[masked.size()] -= sign * table.at(place).value();
            } else {
                told[at] += sign;
                told[masked.size()] -= sign * least;
            }
        }
        return told;
    }

    /** Between what a masked number must lie. */
    Range of(Place place) {
        int at = masked.indexOf(place);
        return tells
                ? new Range(least + possible.least(at), above(possible.most(at)))
                : new Range(least, OptionalDouble.empty());
    }

    private OptionalDouble above(OptionalDouble most) {
        return most.isPresent() ? OptionalDouble.of(least + most.getAsDouble()) : most;
    }
}
