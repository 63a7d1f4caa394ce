package se.samverkan.followup.goal;

import java.util.ArrayList;
import java.util.List;

/**
 * Control limits, where the figures carry them. Single values: the mean and 2.66 times the mean moving range (XmR). Shares with their
 * cohorts: the share of all and three standard errors of it in each cohort (p-chart). W. A. Shewhart, "Economic Control of Quality
 * of Manufactured Product", 1931; L. P. Provost and S. K. Murray, "The Health Care Data Guide", 2011. See docs/methods/run-chart.md.
 */
public final class ControlLimits {

    /** With fewer values limits would be drawn from too little. */
    public static final int LEAST = 12;

    private static final double XMR = 2.66;
    private static final double ERRORS = 3;

    /** A cohort carries limits for its share when so many are expected to have it, and so many not to. */
    private static final double LEAST_EXPECTED = 5;

    private ControlLimits() {}

    /** The limits at one point. */
    public record Limits(double low, double high) {}

    /** Limits of single values; none with fewer than twelve. */
    public static List<Limits> ofValues(List<Double> values) {
        if (values.size() < LEAST) {
            return List.of();
        }
        double moving = 0;
        for (int at = 1; at < values.size(); at++) {
            moving += Math.abs(values.get(at) - values.get(at - 1));
        }
        double reach = XMR * moving / (values.size() - 1);
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return values.stream()
                .map(each -> new Limits(mean - reach, mean + reach))
                .toList();
    }

    /**
     * Limits of shares in per cent, each in its own cohort.
     *
     * @param cohorts the size of each cohort in persons
     * @return none with fewer than twelve, or where a cohort is too small to carry them
     */
    public static List<Limits> ofShares(List<Double> shares, List<Integer> cohorts) {
        if (shares.size() < LEAST || shares.size() != cohorts.size()) {
            return List.of();
        }
        double having = 0;
        double all = 0;
        for (int at = 0; at < shares.size(); at++) {
            having += shares.get(at) / 100 * cohorts.get(at);
            all += cohorts.get(at);
        }
        double share = having / all;
        List<Limits> limits = new ArrayList<>();
        for (int cohort : cohorts) {
            if (Math.min(share, 1 - share) * cohort < LEAST_EXPECTED) {
                return List.of();
            }
            double reach = ERRORS * Math.sqrt(share * (1 - share) / cohort);
            limits.add(new Limits(100 * Math.max(0, share - reach), 100 * Math.min(1, share + reach)));
        }
        return limits;
    }
}
