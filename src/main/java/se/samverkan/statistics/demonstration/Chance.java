package se.samverkan.statistics.demonstration;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that comes out the same each time: what is drawn depends on the seed and on what it is drawn for, not on what
 * was drawn before. So one year of one school can be made without making the others.
 */
final class Chance {

    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Chance for one thing, named by numbers. */
    static Chance of(long seed, long... what) {
        long mixed = seed;
        for (long part : what) {
            mixed = mix(mixed ^ mix(part + 0x9E3779B97F4A7C15L));
        }
        return new Chance(mixed);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long x = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    /** From 0 up to but not {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Normally distributed; from two even ones (Box and Muller 1958), so that it is the same on every Java. */
    double normal(double mean, double deviation) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return mean + deviation * radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Log-normally distributed around a median. */
    double spread(double median, double deviation) {
        return median * Math.exp(normal(0, deviation));
    }

    /** How many of {@code n} it happens to: drawn one by one, as it happens to pupils. */
    int outOf(int n, double probability) {
        int happened = 0;
        for (int i = 0; i < n; i++) {
            if (random.nextDouble() < probability) {
                happened++;
            }
        }
        return happened;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    static double within(double low, double value, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** The logistic function. */
    static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
