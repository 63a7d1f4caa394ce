package se.samverkan.statistics.estimate;

import java.util.List;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How the figures of each of many units move over the years, where a figure is the unit's own line plus a variation from
 * year to year beyond chance, of a size that all units share, plus chance of a known size.
 *
 * <p>y = a + bx + d + e with var d = ω² and var e = v. ω² is where the weighted squares of what is left are as many as
 * their degrees of freedom, so that Birge's ratio is 1 (R. C. Paule and J. Mandel, Journal of Research of the National
 * Bureau of Standards 87, 1982, pp. 377–385); it is learnt from all units, as D. J. Spiegelhalter, Quality and Safety in
 * Health Care 14, 2005, pp. 347–351, does for indicators, since a unit's own years are too few to tell it. Agrees with
 * metafor's method "PM" with an intercept and a slope per unit; see docs/methods/trend.md.
 */
public final class Slopes {

    private static final int FEWEST = 3;
    private static final double TWO_SIDED_95 = 0.975;
    private static final double RELATIVE = 1e-13;
    private static final int PATIENCE = 500;

    private Slopes() {}

    /**
     * A figure of a year.
     *
     * @param x the year
     * @param y the figure, in any unit of measurement
     * @param v its sampling variance, in that unit squared, above 0
     */
    public record Point(double x, double y, double v) {}

    /**
     * The figures of a unit.
     *
     * @param id of the unit
     * @param points at least three, of different years
     */
    public record Series(String id, List<Point> points) {

        public Series {
            points = List.copyOf(points);
            boolean fit = points.stream().map(Point::x).distinct().count() == points.size()
                    && points.size() >= FEWEST
                    && points.stream().allMatch(point -> point.v() > 0);
            if (!fit) {
                throw new IllegalArgumentException(id + " needs three different years, each with a variance above 0");
            }
        }
    }

    /**
     * What was fitted.
     *
     * @param between ω², the variance from year to year beyond chance, in the unit of y squared; 0 where chance explains all
     * @param freedom the degrees of freedom: all figures less two per unit
     * @param reach how many standard errors the 95 per cent interval reaches to either side: Student's t with those degrees
     * @param slopes by unit, in the order they were given, in the unit of y per year
     */
    public record Fit(double between, int freedom, double reach, List<Estimate> slopes) {}

    /** Fits them all, linear in the number of figures. No units give no slopes and ω² = 0. */
    public static Fit fit(List<Series> series) {
        int freedom = series.stream().mapToInt(unit -> unit.points().size() - 2).sum();
        if (freedom == 0) {
            return new Fit(0, 0, 0, List.of());
        }
        double between = between(series, freedom);
        return new Fit(
                between,
                freedom,
                new TDistribution(freedom).inverseCumulativeProbability(TWO_SIDED_95),
                series.stream().map(unit -> Line.through(unit, between).slope()).toList());
    }

    /** Only falls as ω² grows, and lies at or below 0 at the unweighted squares per degree of freedom. */
    private static double between(List<Series> series, int freedom) {
        if (squares(series, 0) <= freedom) {
            return 0;
        }
        double top = series.stream()
                        .mapToDouble(unit -> Line.through(evenly(unit), 0).squares())
                        .sum()
                / freedom;
        return new BracketingNthOrderBrentSolver(RELATIVE, top * RELATIVE, Double.MIN_NORMAL, 5)
                .solve(PATIENCE, between -> squares(series, between) - freedom, 0, top, AllowedSolution.ANY_SIDE);
    }

    private static double squares(List<Series> series, double between) {
        double sum = 0;
        for (Series unit : series) {
            sum += Line.through(unit, between).squares();
        }
        return sum;
    }

    private static Series evenly(Series unit) {
        return new Series(
                unit.id(),
                unit.points().stream()
                        .map(point -> new Point(point.x(), point.y(), 1))
                        .toList());
    }

    /**
     * The weighted line of a unit, w = 1/(v + ω²).
     *
     * @param slope with its standard error 1/√Σw(x − x̄)²
     * @param squares Σw(y − a − bx)²
     */
    private record Line(Estimate slope, double squares) {

        static Line through(Series unit, double between) {
            double all = 0;
            double meanX = 0;
            double meanY = 0;
            for (Point point : unit.points()) {
                double w = 1 / (point.v() + between);
                all += w;
                meanX += w * point.x();
                meanY += w * point.y();
            }
            meanX /= all;
            meanY /= all;
            double xx = 0;
            double xy = 0;
            for (Point point : unit.points()) {
                double w = 1 / (point.v() + between);
                xx += w * (point.x() - meanX) * (point.x() - meanX);
                xy += w * (point.x() - meanX) * (point.y() - meanY);
            }
            double slope = xy / xx;
            double squares = 0;
            for (Point point : unit.points()) {
                double left = point.y() - meanY - slope * (point.x() - meanX);
                squares += left * left / (point.v() + between);
            }
            return new Line(new Estimate(unit.id(), slope, 1 / Math.sqrt(xx)), squares);
        }
    }
}
