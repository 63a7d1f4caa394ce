package se.samverkan.evaluation.method;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The differences that a lot makes by itself, counted in even steps: what a reader holds the difference found against.
 *
 * @param from where the first step begins
 * @param width of each step
 * @param counts how many draws fell in each
 */
public record LotPicture(double from, double width, List<Integer> counts) {

    private static final int STEPS = 31;
    private static final int DRAWS = 5_000;

    public LotPicture {
        counts = List.copyOf(counts);
    }

    /** The picture of these pairs' differences; nothing where all are 0. */
    public static @Nullable LotPicture of(double[] differences, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = IntStream.range(0, DRAWS)
                .mapToDouble(draw -> {
                    double sum = 0;
                    for (double difference : differences) {
                        sum += random.nextBoolean() ? difference : -difference;
                    }
                    return sum / differences.length;
                })
                .toArray();
        double found = Math.abs(java.util.Arrays.stream(differences).average().orElse(0));
        double reach = Math.max(
                found, java.util.Arrays.stream(means).map(Math::abs).max().orElse(0));
        if (!(reach > 0)) {
            return null;
        }
        double width = 2 * reach / STEPS;
        Integer[] counts = new Integer[STEPS];
        java.util.Arrays.fill(counts, 0);
        for (double mean : means) {
            counts[Math.clamp((int) ((mean + reach) / width), 0, STEPS - 1)]++;
        }
        return new LotPicture(-reach, width, List.of(counts));
    }
}
