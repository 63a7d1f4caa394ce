package se.samverkan.evaluation.method;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Randomisation inference: had the offer done nothing to anybody, the lot could as well have fallen the other way within each
 * pair. All ways are tried where they are at most 2¹⁶, else as many as asked for are drawn.
 */
final class SignFlips {

    private static final int MOST_PAIRS = 16;
    private static final double TIE = 1e-12;

    private SignFlips() {}

    /**
     * How often the differences sum to as much as they do, or more, in either direction. Sums that differ by less than 10⁻¹² of
     * what they are made of count as the same.
     */
    static Randomisation of(double[] differences, int draws, long seed) {
        double sum = 0;
        double size = 0;
        for (double difference : differences) {
            sum += difference;
            size += Math.abs(difference);
        }
        double least = Math.abs(sum) - TIE * size;
        if (differences.length <= MOST_PAIRS) {
            int all = 1 << differences.length;
            long extreme = IntStream.range(0, all)
                    .filter(signs -> isExtreme(differences, signs, least))
                    .count();
            return new Randomisation((double) extreme / all, all, true);
        }
        long extreme = IntStream.range(0, draws)
                .parallel()
                .filter(draw -> isExtreme(differences, new SplittableRandom(seed + draw * 0x9E3779B97F4A7C15L), least))
                .count();
        return new Randomisation((1.0 + extreme) / (1 + draws), draws, false);
    }

    private static boolean isExtreme(double[] differences, int signs, double least) {
        double sum = 0;
        for (int pair = 0; pair < differences.length; pair++) {
            sum += (signs >> pair & 1) == 0 ? differences[pair] : -differences[pair];
        }
        return Math.abs(sum) >= least;
    }

    private static boolean isExtreme(double[] differences, SplittableRandom random, double least) {
        double sum = 0;
        long signs = 0;
        for (int pair = 0; pair < differences.length; pair++) {
            if (pair % Long.SIZE == 0) {
                signs = random.nextLong();
            }
            sum += (signs & 1) == 0 ? differences[pair] : -differences[pair];
            signs >>>= 1;
        }
        return Math.abs(sum) >= least;
    }
}
