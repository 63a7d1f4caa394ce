package se.samverkan.statistics.estimate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.linear.RealMatrix;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.estimate.Reml.Point;

/**
 * Random-effects meta-regression: how much units differ beyond chance once covariates are taken into account, and each
 * unit's estimate shrunk toward what is expected for such a unit.
 *
 * <p>y = Xβ + u + e with var u = τ² and var e = v. τ² by REML (W. Viechtbauer, Journal of Educational and Behavioral
 * Statistics 30, 2005, pp. 261–293), Wald standard errors without Knapp and Hartung's adjustment, I² as metafor has it for
 * a model with covariates: 100·τ²/(τ² + (k − p)/tr P), P at τ² = 0. Agrees with metafor; see docs/methods/estimate.md.
 */
public final class MetaRegression {

    private MetaRegression() {}

    /**
     * A coefficient.
     *
     * @param name {@code intercept}, or the covariate
     * @param estimate per unit of the covariate, in the unit of y
     * @param se its Wald standard error
     */
    public record Coefficient(String name, double estimate, double se) {}

    /**
     * What was fitted.
     *
     * @param k how many units
     * @param tau2 the variance between units, in the unit of y squared; 0 where chance explains all
     * @param i2 the share of the variance that is not chance, in per cent
     * @param coefficients the intercept first, then the covariates in their order
     * @param units the shrunk estimate (BLUP) of each unit, in the order they were given
     */
    public record Fit(int k, double tau2, double i2, List<Coefficient> coefficients, List<Estimate> units) {}

    /**
     * Fits the model. Linear in the number of units k, quadratic in the number of coefficients p.
     *
     * @throws Refusal when a unit stands twice, a variance is not above 0, a number is none, the covariates are
     *     collinear, or k is not above p (one unit without covariates is allowed: its τ² is 0)
     */
    public static Fit fit(Observed.Table table) {
        check(table);
        List<Observed> units = table.units();
        Basis basis = Basis.of(
                table.covariates(),
                units.stream()
                        .map(unit -> unit.x().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .toArray(double[][]::new));
        Reml reml = new Reml(
                basis.rows(),
                units.stream().mapToDouble(Observed::y).toArray(),
                units.stream().mapToDouble(Observed::v).toArray());
        Point none = reml.at(0);
        Point peak = units.size() == 1 ? none : new BetweenUnits(reml).highest(none);
        return finite(new Fit(
                units.size(),
                peak.tau2(),
                i2(peak.tau2(), units.size() - basis.rows()[0].length, none.traceP()),
                coefficients(table.covariates(), basis, peak),
                shrunk(units, basis, peak)));
    }

    private static void check(Observed.Table table) {
        List<Observed> units = table.units();
        Set<String> names = new HashSet<>(Set.of(Basis.INTERCEPT));
        for (String name : table.covariates()) {
            if (!names.add(name)) {
                throw Refusal.malformed("refusal.list.column-twice", name);
            }
        }
        Set<String> ids = HashSet.newHashSet(units.size());
        for (Observed unit : units) {
            if (!ids.add(unit.id())) {
                throw Refusal.malformed("refusal.estimate.twice", unit.id());
            }
            check(unit, table.covariates());
        }
        boolean alone = units.size() == 1 && table.covariates().isEmpty();
        if (units.size() <= names.size() && !alone) {
            throw Refusal.rule("refusal.estimate.too-few", units.size(), names.size());
        }
    }

    private static void check(Observed unit, List<String> covariates) {
        if (unit.x().size() != covariates.size()) {
            throw new IllegalArgumentException(unit.id() + " needs " + covariates.size() + " covariates");
        }
        if (unit.v() <= 0) {
            throw Refusal.malformed("refusal.estimate.variance", unit.id(), Double.toString(unit.v()));
        }
        refuseInfinite(unit.id(), "y", unit.y());
        refuseInfinite(unit.id(), "v", unit.v());
        for (int j = 0; j < covariates.size(); j++) {
            refuseInfinite(unit.id(), covariates.get(j), unit.x().get(j));
        }
    }

    private static void refuseInfinite(String id, String column, double value) {
        if (!Double.isFinite(value)) {
            throw Refusal.malformed("refusal.estimate.number", id, column, Double.toString(value));
        }
    }

    private static double i2(double tau2, int freedom, double traceP) {
        return tau2 == 0 ? 0 : 100 * tau2 / (tau2 + freedom / traceP);
    }

    private static List<Coefficient> coefficients(List<String> covariates, Basis basis, Point peak) {
        List<String> names =
                Stream.concat(Stream.of(Basis.INTERCEPT), covariates.stream()).toList();
        RealMatrix back = basis.inverse();
        double[] estimates = back.operate(peak.coefficients());
        RealMatrix covariance = back.multiply(peak.covariance()).multiplyTransposed(back);
        return IntStream.range(0, names.size())
                .mapToObj(j -> new Coefficient(names.get(j), estimates[j], Math.sqrt(covariance.getEntry(j, j))))
                .toList();
    }

    /** λy + (1 − λ)x′β with λ = τ²/(τ² + v), and √(λv + (1 − λ)²x′V(β)x). */
    private static List<Estimate> shrunk(List<Observed> units, Basis basis, Point peak) {
        double[][] covariance = peak.covariance().getData();
        return IntStream.range(0, units.size())
                .mapToObj(i -> {
                    Observed unit = units.get(i);
                    double[] z = basis.rows()[i];
                    double own = peak.tau2() / (peak.tau2() + unit.v());
                    double expected = unit.v() / (peak.tau2() + unit.v());
                    double error = 0;
                    for (int m = 0; m < z.length; m++) {
                        error += z[m] * Reml.dot(covariance[m], z);
                    }
                    return new Estimate(
                            unit.id(),
                            own * unit.y() + expected * Reml.dot(z, peak.coefficients()),
                            Math.sqrt(own * unit.v() + expected * expected * error));
                })
                .toList();
    }

    /** Numbers so large or small that the arithmetic of the machine cannot hold them are no answer. */
    private static Fit finite(Fit fit) {
        boolean holds = fit.units().stream().allMatch(unit -> Double.isFinite(unit.estimate()) && unit.se() >= 0)
                && fit.coefficients().stream().allMatch(each -> Double.isFinite(each.estimate()) && each.se() >= 0);
        if (!holds || !Double.isFinite(fit.i2())) {
            throw Refusal.rule("refusal.estimate.range");
        }
        return fit;
    }
}
