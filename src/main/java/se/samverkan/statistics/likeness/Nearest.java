package se.samverkan.statistics.likeness;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the units nearest to each unit of one school form.
 *
 * <p>Every variable is standardised within the form: its mean taken away, divided by its standard deviation (n − 1). The
 * distance is Euclid's over the variables the unit itself has; only units that have all of those are candidates. Equal
 * distances go by the unit's place in the list, so that the answer is always the same.
 *
 * <p>Exact, and quick without an index: candidates are sorted along one variable and looked at outwards from the unit,
 * until that variable alone is farther away than the last of the nearest.
 */
final class Nearest {

    private final double[][] standardised;
    private final int wanted;

    /**
     * @param values for each variable, each unit's value or NaN
     * @param wanted how many are to be found for each unit
     */
    Nearest(double[][] values, int wanted) {
        this.standardised = Arrays.stream(values).map(Nearest::standardise).toArray(double[][]::new);
        this.wanted = wanted;
    }

    /** What was found for one unit, nearest first; both arrays are equally long. */
    record Found(int[] units, double[] distances) {}

    /** Which variables a unit has, as bits. */
    int variablesOf(int unit) {
        int bits = 0;
        for (int v = 0; v < standardised.length; v++) {
            bits |= Double.isNaN(standardised[v][unit]) ? 0 : 1 << v;
        }
        return bits;
    }

    /** The nearest of every unit; none for a unit without a single variable. Works in parallel. */
    Found[] all() {
        int units = standardised.length == 0 ? 0 : standardised[0].length;
        Found[] found = new Found[units];
        Arrays.fill(found, new Found(new int[0], new double[0]));
        for (int pattern = 1; pattern < 1 << standardised.length; pattern++) {
            find(pattern, found);
        }
        return found;
    }

    private void find(int pattern, Found[] found) {
        int units = found.length;
        int[] asking = IntStream.range(0, units)
                .filter(unit -> variablesOf(unit) == pattern)
                .toArray();
        if (asking.length == 0) {
            return;
        }
        double[][] axes = IntStream.range(0, standardised.length)
                .filter(v -> (pattern >> v & 1) == 1)
                .mapToObj(v -> standardised[v])
                .toArray(double[][]::new);
        int[] candidates = IntStream.range(0, units)
                .filter(unit -> (variablesOf(unit) & pattern) == pattern)
                .boxed()
                .sorted(Comparator.comparingDouble(unit -> axes[0][unit]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] along =
                Arrays.stream(candidates).mapToDouble(unit -> axes[0][unit]).toArray();
        Arrays.stream(asking).parallel().forEach(unit -> found[unit] = near(unit, axes, candidates, along));
    }

    private Found near(int unit, double[][] axes, int[] candidates, double[] along) {
        Shortlist shortlist = new Shortlist(wanted);
        double here = axes[0][unit];
        int up = Arrays.binarySearch(along, here);
        up = up < 0 ? -up - 1 : up;
        int down = up - 1;
        while (down >= 0 || up < along.length) {
            double below = down >= 0 ? here - along[down] : Double.POSITIVE_INFINITY;
            double above = up < along.length ? along[up] - here : Double.POSITIVE_INFINITY;
            if (Math.min(below, above) > shortlist.farthest()) {
                break;
            }
            int candidate = below <= above ? candidates[down--] : candidates[up++];
            if (candidate != unit) {
                shortlist.offer(candidate, distance(unit, candidate, axes));
            }
        }
        return shortlist.found();
    }

    private static double distance(int one, int other, double[][] axes) {
        double sum = 0;
        for (double[] axis : axes) {
            double difference = axis[one] - axis[other];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** Mean 0 and standard deviation 1 over the values there are; a variable that does not vary becomes 0. */
    static double[] standardise(double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double squares = Arrays.stream(known)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = known.length < 2 ? 0 : Math.sqrt(squares / (known.length - 1));
        return Arrays.stream(values)
                .map(value -> deviation == 0 ? value * 0 : (value - mean) / deviation)
                .toArray();
    }

    /** The nearest so far, in order. */
    private static final class Shortlist {

        private final int[] units;
        private final double[] distances;
        private int size;

        Shortlist(int wanted) {
            units = new int[wanted];
            distances = new double[wanted];
        }

        double farthest() {
            return size < units.length ? Double.POSITIVE_INFINITY : distances[size - 1];
        }

        void offer(int unit, double distance) {
            if (size == units.length && !before(unit, distance, size - 1)) {
                return;
            }
            int place = size < units.length ? size++ : size - 1;
            while (place > 0 && before(unit, distance, place - 1)) {
                units[place] = units[place - 1];
                distances[place] = distances[place - 1];
                place--;
            }
            units[place] = unit;
            distances[place] = distance;
        }

        private boolean before(int unit, double distance, int place) {
            return distance < distances[place] || (distance == distances[place] && unit < units[place]);
        }

        Found found() {
            return new Found(Arrays.copyOf(units, size), Arrays.copyOf(distances, size));
        }
    }
}
