package se.samverkan.selection.method;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * How alike two groups are in one covariate, before and after matching: what a balance table and a Love plot show.
 *
 * <p>The standardised difference is (mean of the offered − mean of the others)/s, with s = √((s₁² + s₀²)/2) from before
 * the matching in both, so that it changes only when the means do (P. R. Rosenbaum and D. B. Rubin, The American
 * Statistician 39, 1985, pp. 33–38). Below 0.1 is usually called balanced, and a variance ratio near 1 (P. C. Austin,
 * Statistics in Medicine 28, 2009, pp. 3083–3107, and Multivariate Behavioral Research 46, 2011, pp. 399–424).
 *
 * @param covariate its name
 * @param before all offered units beside the whole pool
 * @param after the matched units beside their comparison units
 */
public record Balance(String covariate, Compared before, Compared after) {

    /**
     * Two groups beside each other. What needs a spread is empty where there is none: a group of one, or no differences.
     *
     * @param offered mean of those offered, in the covariate's own unit; empty for an empty group
     * @param others mean of the others
     * @param difference standardised, no unit; above 0 when the offered have more
     * @param varianceRatio variance of the offered over that of the others
     */
    public record Compared(
            OptionalDouble offered, OptionalDouble others, OptionalDouble difference, OptionalDouble varianceRatio) {}

    /**
     * The balance in each covariate, in their order. A unit without a value of it is left out of that line.
     *
     * @param offered all units that will be offered support
     * @param pool all that will not
     * @param result which of them were matched
     */
    public static List<Balance> of(
            List<String> covariates, List<Profile> offered, List<Profile> pool, Matching.Result result) {
        Set<String> units = result.matches().stream().map(Matching.Match::unit).collect(Collectors.toSet());
        Set<String> comparisons =
                result.matches().stream().map(Matching.Match::comparison).collect(Collectors.toSet());
        return covariates.stream()
                .map(name -> {
                    StreamingStatistics one = spread(name, offered);
                    StreamingStatistics other = spread(name, pool);
                    double s = Math.sqrt((one.getVariance() + other.getVariance()) / 2);
                    return new Balance(
                            name,
                            compared(one, other, s),
                            compared(spread(name, only(offered, units)), spread(name, only(pool, comparisons)), s));
                })
                .toList();
    }

    private static List<Profile> only(List<Profile> units, Set<String> ids) {
        return units.stream().filter(unit -> ids.contains(unit.id())).toList();
    }

    private static StreamingStatistics spread(String name, List<Profile> units) {
        StreamingStatistics spread = new StreamingStatistics();
        units.stream().filter(unit -> unit.has(List.of(name))).forEach(unit -> spread.addValue(unit.value(name)));
        return spread;
    }

    private static Compared compared(StreamingStatistics one, StreamingStatistics other, double s) {
        return new Compared(
                finite(one.getMean()),
                finite(other.getMean()),
                finite((one.getMean() - other.getMean()) / s),
                one.getN() < 2 || other.getN() < 2
                        ? OptionalDouble.empty()
                        : finite(one.getVariance() / other.getVariance()));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
