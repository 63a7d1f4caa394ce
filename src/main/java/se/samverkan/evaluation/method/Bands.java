package se.samverkan.evaluation.method;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How far the intervals of several estimates reach so that all of them hold at once with 95 per cent: the multiplier bootstrap
 * of Callaway and Sant'Anna (2021), algorithm 1, with Rademacher's signs, one for each cluster. The same seed gives the same
 * draws, however many processors draw.
 */
final class Bands {

    static final double POINTWISE = 1.959963984540054;
    private static final double LEVEL = 0.95;

    private Bands() {}

    /**
     * The critical value; never under the pointwise one.
     *
     * @param scores by estimate, then cluster: sums of influence functions, each divided by the root of its sum of squares
     */
    static double simultaneous(double[][] scores, int draws, long seed) {
        if (scores.length == 0) {
            return POINTWISE;
        }
        double[] rows = transposed(scores);
        double[] largest = IntStream.range(0, draws)
                .parallel()
                .mapToDouble(
                        draw -> largest(rows, scores.length, new SplittableRandom(seed + draw * 0x9E3779B97F4A7C15L)))
                .toArray();
        Arrays.sort(largest);
        int place = (int) Math.ceil(LEVEL * draws) - 1;
        return Math.max(POINTWISE, largest[place]);
    }

    private static double[] transposed(double[][] scores) {
        int width = scores.length;
        double[] rows = new double[width * scores[0].length];
        for (int column = 0; column < width; column++) {
            for (int row = 0; row < scores[column].length; row++) {
                rows[row * width + column] = scores[column][row];
            }
        }
        return rows;
    }

    private static double largest(double[] rows, int width, SplittableRandom random) {
        double[] sums = new double[width];
        long signs = 0;
        int left = 0;
        for (int start = 0; start < rows.length; start += width) {
            if (left == 0) {
                signs = random.nextLong();
                left = Long.SIZE;
            }
            double sign = (signs & 1) == 0 ? 1 : -1;
            signs >>>= 1;
            left--;
            for (int column = 0; column < width; column++) {
                sums[column] += sign * rows[start + column];
            }
        }
        return Arrays.stream(sums).map(Math::abs).max().orElse(0);
    }
}
