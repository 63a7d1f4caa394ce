package se.samverkan.statistics.estimate;

import java.util.SplittableRandom;

/**
 * Normal numbers, the same ones from the same seed for ever: G. Marsaglia and T. A. Bray, "A convenient method for
 * generating normal variables", SIAM Review 6, 1964, pp. 260–264, on the top 53 bits of SplitMix64.
 */
final class NormalStream {

    private static final double STEP = 0x1p-52;

    private final SplittableRandom random;
    private double kept;
    private boolean hasKept;

    NormalStream(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The next one, with mean 0 and standard deviation 1. */
    double next() {
        if (hasKept) {
            hasKept = false;
            return kept;
        }
        double a;
        double b;
        double square;
        do {
            a = uniform();
            b = uniform();
            square = a * a + b * b;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        kept = b * factor;
        hasKept = true;
        return a * factor;
    }

    /** From −1 up to but not including 1. */
    private double uniform() {
        return (random.nextLong() >>> 11) * STEP - 1;
    }
}
