package se.samverkan.statistics.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import se.samverkan.statistics.estimate.Reml.Point;

/**
 * The variance between units, τ², where the restricted likelihood is highest.
 *
 * <p>Every peak lies at 0 or where the slope goes from rising to falling, and none lies above {@link #ceiling()}. So the
 * slope is read at a ladder of values from 0 to there, each crossing is closed in on by Hipparchus's bracketing Brent
 * solver, and the highest peak is taken. Unlike Fisher scoring this cannot wander or stop early, and of two peaks it finds the higher.
 */
final class BetweenUnits {

    private static final int RUNGS = 20;
    private static final int PATIENCE = 500;
    private static final double RELATIVE = 1e-13;

    private final Reml reml;

    BetweenUnits(Reml reml) {
        this.reml = reml;
    }

    /** The regression at the highest peak; {@code none} is the one at τ² = 0. */
    Point highest(Point none) {
        List<Point> ladder = ladder(none);
        List<Point> peaks = new ArrayList<>();
        if (none.slope() <= 0) {
            peaks.add(none);
        }
        for (int i = 1; i < ladder.size(); i++) {
            if (ladder.get(i - 1).slope() > 0 && ladder.get(i).slope() <= 0) {
                peaks.add(between(ladder.get(i - 1), ladder.get(i)));
            }
        }
        return peaks.stream()
                .max(Comparator.comparingDouble(Point::logLikelihood))
                .orElse(none);
    }

    private List<Point> ladder(Point none) {
        double top = ceiling();
        double bottom = Math.min(top, DoubleStream.of(reml.v()).min().orElseThrow()) * 1e-2;
        double step = Math.pow(top / bottom, 1.0 / (RUNGS - 1));
        List<Point> ladder = new ArrayList<>(List.of(none));
        IntStream.range(0, RUNGS - 1)
                .mapToObj(i -> reml.at(bottom * Math.pow(step, i)))
                .forEach(ladder::add);
        ladder.add(reml.at(top));
        return ladder;
    }

    /**
     * Above the largest v plus the unweighted residual variance s² the slope only falls: y′PPy ≤ (k − p)s²/(min v + τ²)²,
     * tr P ≥ (k − p)/(max v + τ²), and τ² ≥ s² + max v gives τ⁴ ≥ s²(τ² + max v). Twice that, against rounding.
     */
    private double ceiling() {
        double[] coefficients = new double[reml.z()[0].length];
        for (int i = 0; i < reml.y().length; i++) {
            for (int m = 0; m < coefficients.length; m++) {
                coefficients[m] += reml.z()[i][m] * reml.y()[i];
            }
        }
        double squares = 0;
        for (int i = 0; i < reml.y().length; i++) {
            double r = reml.y()[i] - Reml.dot(reml.z()[i], coefficients);
            squares += r * r;
        }
        double spread = squares / (reml.y().length - coefficients.length);
        return 2 * (spread + DoubleStream.of(reml.v()).max().orElseThrow());
    }

    private Point between(Point rising, Point falling) {
        if (falling.slope() == 0) {
            return falling;
        }
        double root = new BracketingNthOrderBrentSolver(RELATIVE, falling.tau2() * RELATIVE, Double.MIN_NORMAL, 5)
                .solve(
                        PATIENCE,
                        tau2 -> reml.at(tau2).slope(),
                        rising.tau2(),
                        falling.tau2(),
                        AllowedSolution.ANY_SIDE);
        return reml.at(root);
    }
}
