package se.samverkan.evaluation.method;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.stat.StatUtils;
import se.samverkan.shared.Refusal;

/**
 * How far from a threshold units should count: G. Imbens and K. Kalyanaraman (2012), section 4.2, in their three steps and with their
 * constants for the triangular kernel.
 */
final class Bandwidth {

    private static final double PILOT = 1.84;
    private static final double CURVE = 3.56;
    private static final double TRIANGULAR = 3.4375;
    private static final double REGULAR = 2160;

    private final double[] scores;
    private final double[] outcomes;

    /** @param scores counted from the threshold */
    Bandwidth(double[] scores, double[] outcomes) {
        this.scores = scores;
        this.outcomes = outcomes;
    }

    /** @throws Refusal when the units near the threshold are too few to choose by */
    double chosen() {
        int count = scores.length;
        double pilot = PILOT * Math.sqrt(StatUtils.variance(scores)) * Math.pow(count, -0.2);
        double[] left = outcomes(-pilot, 0);
        double[] right = outcomes(0, pilot);
        if (left.length < 2 || right.length < 2) {
            throw Refusal.rule("evaluation.refusal.near");
        }
        double density = (left.length + right.length) / (2 * count * pilot);
        double leftVariance = StatUtils.variance(left);
        double rightVariance = StatUtils.variance(right);
        double third = third();
        Curve below = curve(false, leftVariance, density, third);
        Curve above = curve(true, rightVariance, density, third);
        double bend = above.second - below.second;
        double chosen = TRIANGULAR
                * Math.pow(
                        (leftVariance + rightVariance)
                                / (density * (bend * bend + below.regularity + above.regularity)),
                        0.2)
                * Math.pow(count, -0.2);
        if (!Double.isFinite(chosen) || !(chosen > 0)) {
            throw Refusal.rule("evaluation.refusal.near");
        }
        return chosen;
    }

    private double[] outcomes(double from, double to) {
        return places(from, to).mapToDouble(place -> outcomes[place]).toArray();
    }

    private IntStream places(double from, double to) {
        return IntStream.range(0, scores.length)
                .filter(place -> scores[place] >= from && (to == 0 ? scores[place] < 0 : scores[place] <= to));
    }

    /** The third derivative of one cubic for all, with a jump at the threshold. */
    private double third() {
        double[][] design = Arrays.stream(scores)
                .mapToObj(x -> new double[] {1, x >= 0 ? 1 : 0, x, x * x, x * x * x})
                .toArray(double[][]::new);
        return 6
                * new QRDecomposition(new Array2DRowRealMatrix(design, false))
                        .getSolver()
                        .solve(new ArrayRealVector(outcomes, false))
                        .getEntry(4);
    }

    private record Curve(double second, double regularity) {}

    private Curve curve(boolean above, double variance, double density, double third) {
        long side = Arrays.stream(scores).filter(x -> x >= 0 == above).count();
        double width = CURVE * Math.pow(variance / (density * third * third), 1.0 / 7) * Math.pow(side, -1.0 / 7);
        int[] near = places(above ? 0 : -width, above ? width : 0).toArray();
        Side units = new Side(
                Arrays.stream(near).mapToDouble(place -> scores[place]).toArray(),
                Arrays.stream(near).mapToDouble(place -> outcomes[place]).toArray());
        double second = 2 * units.fitEvenly(2, width).curvature();
        return new Curve(second, REGULAR * variance / (near.length * Math.pow(width, 4)));
    }
}
