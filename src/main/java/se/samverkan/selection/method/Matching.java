package se.samverkan.selection.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.estimate.Basis;

/**
 * Comparison units for those that will be offered support, picked before any offer: the nearest unit of the same stratum
 * by Mahalanobis distance over all covariates, each used once. The nearest pair of all is taken first, then the next
 * nearest of those left; equal distances go by the ids' UTF-8 bytes, so the order of the lists does not matter.
 *
 * <p>Source: P. R. Rosenbaum and D. B. Rubin, "Constructing a control group using multivariate matched sampling methods
 * that incorporate the propensity score", The American Statistician 39, 1985, pp. 33–38; E. A. Stuart, "Matching methods
 * for causal inference", Statistical Science 25, 2010, pp. 1–21. See docs/methods/matching.md.
 */
public final class Matching {

    private final List<String> covariates;
    private final List<Profile> units;
    private final Basis basis;
    private final double scale;

    /**
     * A unit and the one that it is compared with.
     *
     * @param unit id of the one that will be offered support
     * @param comparison id of the other
     * @param distance Mahalanobis distance between them: standard deviations, when covariates are unrelated
     */
    public record Match(String unit, String comparison, double distance) {}

    /** Why a unit has no comparison unit. */
    enum Reason {
        /** It lacks the value of a covariate, so its distance to others is not known. */
        NO_VALUE,
        /** No unit of its stratum is left. */
        NOBODY_LEFT,
        /** Those that are left lie farther away than the caliper. */
        TOO_FAR
    }

    /** A unit without a comparison unit, and why. */
    record Alone(String unit, Reason reason) {}

    /**
     * What came of it.
     *
     * @param matches in the order of the units' ids
     * @param alone units without a comparison unit, in the same order
     */
    public record Result(List<Match> matches, List<Alone> alone) {}

    private Matching(List<String> covariates, List<Profile> units) {
        this.covariates = covariates;
        this.units = units;
        double[][] values = centred();
        if (units.size() <= covariates.size() + 1) {
            throw Refusal.rule("refusal.matching.too-few", units.size(), covariates.size());
        }
        this.basis = Basis.of(covariates, values);
        long strata = units.stream().map(Profile::stratum).distinct().count();
        this.scale = Math.sqrt((units.size() - strata) / (units.size() - 1.0));
    }

    /**
     * Picks the comparison units.
     *
     * @param covariates names of what to match on; index, results of three years, background, size
     * @param offered units that will be offered support
     * @param pool units that will not, among which to pick; one without all values is passed over
     * @param caliper the largest distance that is still alike; empty for none
     * @throws Refusal when a unit stands twice, a value is not a number, there are too few units, or the covariates are
     *     the same for all or follow from each other within the strata (then the covariance has no inverse); it says which
     */
    public static Result nearest(
            List<String> covariates, List<Profile> offered, List<Profile> pool, OptionalDouble caliper) {
        check(covariates, offered, pool);
        List<Profile> sorted = sorted(offered);
        List<Profile> whole =
                sorted.stream().filter(unit -> unit.has(covariates)).toList();
        List<Profile> candidates =
                sorted(pool).stream().filter(unit -> unit.has(covariates)).toList();
        List<Match> matches = whole.isEmpty() || candidates.isEmpty()
                ? List.of()
                : new Matching(
                                covariates,
                                Stream.concat(whole.stream(), candidates.stream())
                                        .toList())
                        .greedy(whole.size(), caliper);
        return new Result(matches, alone(covariates, sorted, candidates, matches));
    }

    private static void check(List<String> covariates, List<Profile> offered, List<Profile> pool) {
        Set<String> seen = new HashSet<>();
        Stream.concat(offered.stream(), pool.stream()).forEach(unit -> {
            if (!seen.add(unit.id())) {
                throw Refusal.malformed("refusal.estimate.twice", unit.id());
            }
            for (String name : covariates) {
                if (unit.has(List.of(name)) && !Double.isFinite(unit.value(name))) {
                    throw Refusal.malformed(
                            "refusal.estimate.number", unit.id(), name, Double.toString(unit.value(name)));
                }
            }
        });
    }

    private static List<Profile> sorted(List<Profile> units) {
        return units.stream()
                .sorted(Comparator.comparing(Profile::id, Utf8.ORDER))
                .toList();
    }

    /** Pairs are compared within strata only, so that is where the covariance is taken: values less the stratum's mean. */
    private double[][] centred() {
        Map<String, List<Profile>> strata = units.stream().collect(Collectors.groupingBy(Profile::stratum));
        double[][] values = new double[units.size()][covariates.size()];
        for (int j = 0; j < covariates.size(); j++) {
            String name = covariates.get(j);
            Map<String, Double> means = new HashMap<>();
            strata.forEach((stratum, members) -> means.put(
                    stratum,
                    members.stream()
                            .mapToDouble(unit -> unit.value(name))
                            .average()
                            .orElseThrow()));
            for (int i = 0; i < units.size(); i++) {
                double mean = means.getOrDefault(units.get(i).stratum(), 0.0);
                values[i][j] = units.get(i).value(name) - mean;
            }
        }
        return values;
    }

    private record Pair(int unit, int candidate, double distance) {}

    private List<Match> greedy(int offered, OptionalDouble caliper) {
        List<Pair> pairs = IntStream.range(0, offered)
                .boxed()
                .flatMap(i -> IntStream.range(offered, units.size())
                        .filter(j -> units.get(i).stratum().equals(units.get(j).stratum()))
                        .mapToObj(j -> new Pair(i, j, basis.distance(i, j) * scale)))
                .filter(pair -> pair.distance <= caliper.orElse(Double.POSITIVE_INFINITY))
                .sorted(Comparator.comparingDouble(Pair::distance)
                        .thenComparingInt(Pair::unit)
                        .thenComparingInt(Pair::candidate))
                .toList();
        Set<Integer> taken = new HashSet<>();
        List<Pair> picked = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!taken.contains(pair.unit) && !taken.contains(pair.candidate)) {
                taken.add(pair.unit);
                taken.add(pair.candidate);
                picked.add(pair);
            }
        }
        return picked.stream()
                .sorted(Comparator.comparingInt(Pair::unit))
                .map(pair -> new Match(
                        units.get(pair.unit).id(), units.get(pair.candidate).id(), pair.distance))
                .toList();
    }

    private static List<Alone> alone(
            List<String> covariates, List<Profile> offered, List<Profile> candidates, List<Match> matches) {
        Set<String> matched = matches.stream().map(Match::unit).collect(Collectors.toSet());
        Set<String> used = matches.stream().map(Match::comparison).collect(Collectors.toSet());
        return offered.stream()
                .filter(unit -> !matched.contains(unit.id()))
                .map(unit -> new Alone(unit.id(), why(unit, covariates, candidates, used)))
                .toList();
    }

    private static Reason why(Profile unit, List<String> covariates, List<Profile> candidates, Set<String> used) {
        if (!unit.has(covariates)) {
            return Reason.NO_VALUE;
        }
        boolean left = candidates.stream()
                .anyMatch(each -> each.stratum().equals(unit.stratum()) && !used.contains(each.id()));
        return left ? Reason.TOO_FAR : Reason.NOBODY_LEFT;
    }
}
