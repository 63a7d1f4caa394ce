package se.samverkan.evaluation.method;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Units on one side of a threshold.
 *
 * @param scores how far from it they lie, with sign
 * @param outcomes in the same order
 */
record Side(double[] scores, double[] outcomes) {

    /**
     * What a polynomial says.
     *
     * @param level at the threshold
     * @param variance of that level, robust against unequal variances (HC1)
     * @param slope at the threshold
     * @param curvature the coefficient of the square, 0 for a line
     */
    record Fit(double level, double variance, double slope, double curvature) {}

    int size() {
        return scores.length;
    }

    /** By weighted least squares, those nearest counting the most: 1 − |score|/h. */
    Fit fit(int degree, double h) {
        double[] weights = new double[scores.length];
        for (int place = 0; place < weights.length; place++) {
            weights[place] = 1 - Math.abs(scores[place]) / h;
        }
        return fit(degree, h, weights);
    }

    /** By least squares, all counting the same. */
    Fit fitEvenly(int degree, double scale) {
        double[] weights = new double[scores.length];
        java.util.Arrays.fill(weights, 1);
        return fit(degree, scale, weights);
    }

    private Fit fit(int degree, double scale, double[] weights) {
        int columns = degree + 1;
        if (scores.length <= columns) {
            throw se.samverkan.shared.Refusal.rule("evaluation.refusal.near");
        }
        double[][] design = new double[scores.length][columns];
        RealMatrix cross = new Array2DRowRealMatrix(columns, columns);
        RealVector moment = new ArrayRealVector(columns);
        for (int row = 0; row < scores.length; row++) {
            double power = 1;
            for (int column = 0; column < columns; column++) {
                design[row][column] = power;
                power *= scores[row] / scale;
            }
            for (int one = 0; one < columns; one++) {
                moment.addToEntry(one, weights[row] * design[row][one] * outcomes[row]);
                for (int two = 0; two < columns; two++) {
                    cross.addToEntry(one, two, weights[row] * design[row][one] * design[row][two]);
                }
            }
        }
        RealMatrix inverse = inverse(cross);
        RealVector coefficients = inverse.operate(moment);
        double variance = 0;
        for (int row = 0; row < scores.length; row++) {
            double fitted = 0;
            double pull = 0;
            for (int column = 0; column < columns; column++) {
                fitted += design[row][column] * coefficients.getEntry(column);
                pull += inverse.getEntry(0, column) * design[row][column];
            }
            double part = weights[row] * pull * (outcomes[row] - fitted);
            variance += part * part;
        }
        return new Fit(
                coefficients.getEntry(0),
                variance * scores.length / (scores.length - columns),
                degree < 1 ? 0 : coefficients.getEntry(1) / scale,
                degree < 2 ? 0 : coefficients.getEntry(2) / scale / scale);
    }

    private static RealMatrix inverse(RealMatrix cross) {
        try {
            return new CholeskyDecomposition(cross, 1e-10, 1e-12 * cross.getEntry(0, 0))
                    .getSolver()
                    .getInverse();
        } catch (MathIllegalArgumentException singular) {
            throw se.samverkan.shared.Refusal.rule("evaluation.refusal.near");
        }
    }
}
