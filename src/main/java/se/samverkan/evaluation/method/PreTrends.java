package se.samverkan.evaluation.method;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * Whether those who would start already moved otherwise than the others: Wald's test of all group-time effects before the start
 * at once, as {@code did::att_gt} makes it. A small p speaks against the comparison; a large one does not speak for it, it may
 * only be that little can be seen. Formula: docs/methods/sensitivity.md.
 *
 * @param statistic Wald's
 * @param df how many effects are tested
 * @param p the probability of so great a statistic, had all moved alike
 */
public record PreTrends(double statistic, int df, double p) {

    private static final double RELATIVE_SYMMETRY = 1e-10;
    private static final double RELATIVE_PIVOT = 1e-9;

    /**
     * The test, or nothing where nothing is before the start or the effects hang together wholly.
     *
     * @param estimates of the effects before the start
     * @param influences by effect, then cluster: sums of influence over how many units there are
     */
    static @Nullable PreTrends of(double[] estimates, double[][] influences) {
        if (estimates.length == 0 || influences[0].length <= estimates.length) {
            return null;
        }
        RealMatrix root = new Array2DRowRealMatrix(influences, false);
        RealMatrix variance = root.multiplyTransposed(root);
        double largest = 0;
        for (int place = 0; place < estimates.length; place++) {
            largest = Math.max(largest, variance.getEntry(place, place));
        }
        if (!(largest > 0)) {
            return null;
        }
        try {
            RealVector vector = new ArrayRealVector(estimates, false);
            RealVector solved = new CholeskyDecomposition(variance, RELATIVE_SYMMETRY, largest * RELATIVE_PIVOT)
                    .getSolver()
                    .solve(vector);
            double statistic = vector.dotProduct(solved);
            double p = 1 - new ChiSquaredDistribution(estimates.length).cumulativeProbability(statistic);
            return new PreTrends(statistic, estimates.length, p);
        } catch (MathIllegalArgumentException singular) {
            return null;
        }
    }
}
