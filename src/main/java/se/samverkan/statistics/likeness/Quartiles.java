package se.samverkan.statistics.likeness;

import java.util.Arrays;

/**
 * The quarter points of some values.
 *
 * <p>Type 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50, 1996,
 * pp. 361–365: the value at place {@code (n − 1)·p}, counted from 0 among the sorted, straight between two values.
 *
 * @param low a quarter of the values are at most this
 * @param middle the median
 * @param high three quarters of the values are at most this
 */
record Quartiles(double low, double middle, double high) {

    /**
     * The quarter points of the first {@code count} values; sorts them in place.
     *
     * @throws IllegalArgumentException when there is no value
     */
    static Quartiles of(double[] values, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("no quartiles of nothing");
        }
        Arrays.sort(values, 0, count);
        return new Quartiles(at(values, count, 0.25), at(values, count, 0.5), at(values, count, 0.75));
    }

    private static double at(double[] sorted, int count, double share) {
        double place = (count - 1) * share;
        int below = (int) place;
        if (below + 1 >= count) {
            return sorted[below];
        }
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
