package se.samverkan.statistics;

import java.util.Optional;
import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * What chance alone may do to a figure: the ends of a 95 per cent interval, in the unit of the figure.
 *
 * <p>For shares it is Wilson's score interval (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22, 1927, pp. 209–212), computed by Hipparchus. See
 * docs/methods/interval.md.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {

    private static final double CONFIDENCE = 0.95;

    /**
     * The interval of a published share.
     *
     * @param share in per cent, 0 to 100, as published
     * @param n the size of the cohort it is a share of, in persons
     * @param decimals how many decimals it is published with: the count over the right cohort gives the share back within
     *     half of the last one
     * @return nothing when no whole number of persons out of {@code n} gives the share: then {@code n} is another cohort's
     */
    static Optional<Interval> ofShare(double share, int n, int decimals) {
        if (n < 1 || share < 0 || share > 100) {
            return Optional.empty();
        }
        double proportion = (double) Math.round(share * n / 100) / n;
        if (Math.abs(proportion * 100 - share) > 0.5001 * Math.pow(10, -decimals)) {
            return Optional.empty();
        }
        ConfidenceInterval wilson = BinomialProportion.getWilsonScoreInterval(n, proportion, CONFIDENCE);
        return Optional.of(
                new Interval(Math.max(0, wilson.getLowerBound() * 100), Math.min(100, wilson.getUpperBound() * 100)));
    }

    /** Whether the whole interval lies above a value. */
    boolean above(double value) {
        return low > value;
    }

    /** Whether the whole interval lies below a value. */
    boolean below(double value) {
        return high < value;
    }
}
