package se.samverkan.evaluation.method;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.NormalDistribution;
import se.samverkan.shared.Refusal;

/**
 * What an effect can be when some outcomes are masked and nothing is believed of them but their limits: worst-case bounds, J. L.
 * Horowitz and C. F. Manski, "Nonparametric analysis of randomized experiments with missing covariate and outcome data", Journal of
 * the American Statistical Association 95 (2000), pp. 77–84; with the interval of G. W. Imbens and C. F. Manski, "Confidence
 * intervals for partially identified parameters", Econometrica 72 (2004), pp. 1845–1857. Formula: docs/methods/masked.md.
 *
 * @param lower the least that the mean difference can be
 * @param upper the most
 * @param from the lower end of the 95 per cent interval, which chance is in as well
 * @param to its upper end
 * @param masked how many of the differences are not known for certain
 */
public record MaskedBounds(double lower, double upper, double from, double to, int masked) {

    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double LEVEL = 0.95;
    private static final int HALVINGS = 60;

    /**
     * What is known of an outcome: both ends the same where it is known.
     *
     * @param low the least it can be
     * @param high the most
     */
    public record Range(double low, double high) {

        public Range {
            if (!(low <= high)) {
                throw new IllegalArgumentException(low + " to " + high);
            }
        }

        /** An outcome that is known. */
        public static Range of(double known) {
            return new Range(known, known);
        }

        /** This less the other. */
        public Range less(Range other) {
            return new Range(low - other.high, high - other.low);
        }

        public boolean isKnown() {
            return low == high;
        }
    }

    /**
     * The bounds of the mean of differences within pairs.
     *
     * @throws Refusal when there are fewer than two
     */
    public static MaskedBounds ofPairs(List<Range> differences) {
        if (differences.size() < 2) {
            throw Refusal.rule("evaluation.refusal.few-bounds");
        }
        End lower = End.of(differences, Range::low);
        End upper = End.of(differences, Range::high);
        return of(lower, upper, differences);
    }

    /**
     * The bounds of how far two groups' means lie from each other.
     *
     * @throws Refusal when there are fewer than two in either
     */
    public static MaskedBounds ofGroups(List<Range> offered, List<Range> others) {
        if (offered.size() < 2 || others.size() < 2) {
            throw Refusal.rule("evaluation.refusal.few-bounds");
        }
        End lower = End.of(offered, Range::low).less(End.of(others, Range::high));
        End upper = End.of(offered, Range::high).less(End.of(others, Range::low));
        MaskedBounds bounds = of(lower, upper, offered);
        int masked = bounds.masked
                + (int) others.stream().filter(range -> !range.isKnown()).count();
        return new MaskedBounds(bounds.lower, bounds.upper, bounds.from, bounds.to, masked);
    }

    private static MaskedBounds of(End lower, End upper, List<Range> counted) {
        double largest = Math.sqrt(Math.max(lower.variance, upper.variance));
        double reach = largest > 0 ? reach((upper.mean - lower.mean) / largest) : 0;
        return new MaskedBounds(
                lower.mean,
                upper.mean,
                lower.mean - reach * Math.sqrt(lower.variance),
                upper.mean + reach * Math.sqrt(upper.variance),
                (int) counted.stream().filter(range -> !range.isKnown()).count());
    }

    /** C such that Φ(C + width) − Φ(−C) = 0.95: 1.96 without width, 1.645 with much of it. */
    static double reach(double width) {
        double low = 0;
        double high = 3;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            double held = NORMAL.cumulativeProbability(middle + width) - NORMAL.cumulativeProbability(-middle);
            if (held < LEVEL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** A mean with its variance. */
    private record End(double mean, double variance) {

        static End of(List<Range> ranges, ToDoubleFunction<Range> end) {
            int count = ranges.size();
            double mean = ranges.stream().mapToDouble(end).average().orElseThrow();
            double squares = ranges.stream()
                    .mapToDouble(end)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            return new End(mean, squares / (count - 1) / count);
        }

        End less(End other) {
            return new End(mean - other.mean, variance + other.variance);
        }
    }
}
