package se.samverkan.statistics.estimate;

import se.samverkan.shared.Refusal;

/**
 * The sampling variance of a share, never 0: none or all of a few pupils does not say that chance had no part. The floor
 * is the variance at half a pupil, the usual continuity correction of one half.
 */
public final class ShareVariance {

    private static final double HALF_A_PUPIL = 0.5;

    private ShareVariance() {}

    /**
     * v = max(p(1 − p), (0.5/n)(1 − 0.5/n)) / n.
     *
     * @param share from 0 to 1, not per cent
     * @param n how many pupils it is a share of, at least 1
     * @return in shares squared; times 10,000 for a share in per cent
     * @throws Refusal when the share or the number lies outside
     */
    public static double of(double share, int n) {
        if (!(share >= 0 && share <= 1) || n < 1) {
            throw Refusal.rule("refusal.estimate.share", share, n);
        }
        double floor = HALF_A_PUPIL / n * (1 - HALF_A_PUPIL / n);
        return Math.max(share * (1 - share), floor) / n;
    }
}
