package se.samverkan.evaluation.method;

import java.util.Arrays;
import se.samverkan.shared.Refusal;

/**
 * Bounds of an effect where a lot chose, outcomes are masked, and the offer moves masking in one direction only: D. S. Lee,
 * "Training, wages, and sample selection: estimating sharp bounds on treatment effects", Review of Economic Studies 76 (2009), pp.
 * 1071–1102. They speak of the units whose outcome would be told whether they were offered or not. Formula: docs/methods/masked.md.
 *
 * @param lower when those let in by the offer were the best of their group
 * @param upper when they were the worst
 * @param trimmed the share of the group with more outcomes that is left out
 */
public record Trimming(double lower, double upper, double trimmed) {

    private static final double NOTHING = 1e-9;

    /**
     * The bounds.
     *
     * @param offered outcomes that are told of those offered
     * @param offeredCount how many were offered
     * @param others outcomes that are told of the others
     * @param otherCount how many the others are
     * @throws Refusal when in either group no outcome is told, or trimming leaves none
     */
    public static Trimming of(double[] offered, int offeredCount, double[] others, int otherCount) {
        if (offered.length == 0 || others.length == 0) {
            throw Refusal.rule("evaluation.refusal.all-masked");
        }
        double told = (double) offered.length / offeredCount;
        double toldOthers = (double) others.length / otherCount;
        double share = Math.abs(told - toldOthers) / Math.max(told, toldOthers);
        if (told >= toldOthers) {
            double mean = Arrays.stream(others).average().orElseThrow();
            return new Trimming(lowest(offered, share) - mean, highest(offered, share) - mean, share);
        }
        double mean = Arrays.stream(offered).average().orElseThrow();
        return new Trimming(mean - highest(others, share), mean - lowest(others, share), share);
    }

    /** The mean without the highest share; what the border cuts through counts for its part. */
    private static double lowest(double[] values, double trimmed) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double kept = (1 - trimmed) * sorted.length;
        double left = kept;
        double sum = 0;
        for (double value : sorted) {
            double part = Math.clamp(left, 0, 1);
            sum += part * value;
            left -= part;
        }
        if (kept < NOTHING) {
            throw Refusal.rule("evaluation.refusal.all-masked");
        }
        return sum / kept;
    }

    private static double highest(double[] values, double trimmed) {
        return -lowest(Arrays.stream(values).map(value -> -value).toArray(), trimmed);
    }
}
