package se.samverkan.statistics.estimate;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import se.samverkan.shared.Refusal;

/**
 * The restricted likelihood of a variance between units, and the weighted regression at it.
 *
 * <p>With w = 1/(v + τ²), A = Z′WZ and P = W − WZA⁻¹Z′W (W. Viechtbauer, "Bias and efficiency of meta-analytic variance
 * estimators in the random-effects model", Journal of Educational and Behavioral Statistics 30, 2005, pp. 261–293):
 * log L = −½(Σ log(v + τ²) + log|A| + y′Py) and its slope ½(y′PPy − tr P), where y′Py = Σwr², y′PPy = Σw²r² with the
 * residuals r, and tr P = Σw − tr(A⁻¹Z′W²Z). P itself, k × k, is never formed: each is a sum over units.
 *
 * @param z k rows of p, at right angles
 * @param y k values
 * @param v k sampling variances, all above 0
 */
@SuppressWarnings("ArrayRecordComponent") // the inside of one computation, never compared
record Reml(double[][] z, double[] y, double[] v) {

    /**
     * The regression at one variance between units.
     *
     * @param tau2 that variance
     * @param logLikelihood up to a constant
     * @param slope of the log-likelihood along τ², times two
     * @param traceP tr P
     * @param coefficients on Z, p of them
     * @param covariance of the coefficients, A⁻¹
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Point(
            double tau2,
            double logLikelihood,
            double slope,
            double traceP,
            double[] coefficients,
            RealMatrix covariance) {}

    Point at(double tau2) {
        int p = z[0].length;
        double[][] a = new double[p][p];
        double[][] squared = new double[p][p];
        double[] b = new double[p];
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double w = 1 / (v[i] + tau2);
            sum += w;
            for (int m = 0; m < p; m++) {
                double wz = w * z[i][m];
                b[m] += wz * y[i];
                for (int n = 0; n <= m; n++) {
                    double wzz = wz * z[i][n];
                    a[m][n] += wzz;
                    squared[m][n] += w * wzz;
                }
            }
        }
        CholeskyDecomposition cholesky = decomposed(a);
        RealMatrix inverse = cholesky.getSolver().getInverse();
        double trace = sum - inverse.multiply(mirrored(squared)).getTrace();
        return residual(tau2, cholesky, inverse, trace, inverse.operate(b));
    }

    private Point residual(
            double tau2, CholeskyDecomposition cholesky, RealMatrix inverse, double trace, double[] coefficients) {
        double wrr = 0;
        double wwrr = 0;
        double logs = 0;
        for (int i = 0; i < y.length; i++) {
            double w = 1 / (v[i] + tau2);
            double r = y[i] - dot(z[i], coefficients);
            wrr += w * r * r;
            wwrr += w * w * r * r;
            logs += Math.log(v[i] + tau2);
        }
        double determinant = 0;
        for (int m = 0; m < coefficients.length; m++) {
            determinant += 2 * Math.log(cholesky.getL().getEntry(m, m));
        }
        double logLikelihood = -(logs + determinant + wrr) / 2;
        return new Point(tau2, logLikelihood, wwrr - trace, trace, coefficients, inverse);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int m = 0; m < a.length; m++) {
            sum += a[m] * b[m];
        }
        return sum;
    }

    private static CholeskyDecomposition decomposed(double[][] lower) {
        try {
            return new CholeskyDecomposition(
                    mirrored(lower), CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD, 0);
        } catch (MathIllegalArgumentException e) {
            throw Refusal.rule("refusal.estimate.range");
        }
    }

    private static RealMatrix mirrored(double[][] lower) {
        for (int m = 0; m < lower.length; m++) {
            for (int n = 0; n < m; n++) {
                lower[n][m] = lower[m][n];
            }
        }
        return MatrixUtils.createRealMatrix(lower);
    }
}
