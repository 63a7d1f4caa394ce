package se.samverkan.statistics.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import se.samverkan.shared.Refusal;

/**
 * An intercept and covariates, turned into columns at right angles to each other: X = ZR with Z′Z = I, R from
 * Hipparchus's Householder QR. What is computed with Z keeps its digits whatever the covariates' units and offsets
 * are (a year beside a share), and distances in Z are Mahalanobis distances up to a factor.
 *
 * <p>Linear in the number of units: Q itself is never formed.
 */
public final class Basis {

    /** The name of the first column, which is 1 for every unit. */
    public static final String INTERCEPT = "intercept";

    /**
     * A column whose part at right angles to those before it is smaller than this share of it counts as following from
     * them: R's own limit in {@code qr()}, which metafor relies on.
     */
    private static final double COLLINEAR = 1e-7;

    private static final double FOLLOWS = 1e-6;

    private final double[][] rows;
    private final RealMatrix inverse;

    private Basis(double[][] rows, RealMatrix inverse) {
        this.rows = rows;
        this.inverse = inverse;
    }

    /**
     * The basis of these covariates.
     *
     * @param covariates their names, p − 1 of them
     * @param values one row per unit, k of them, one finite value per covariate; k is at least p
     * @throws Refusal when a covariate is the same for every unit or follows from others; it says which
     */
    public static Basis of(List<String> covariates, double[][] values) {
        double[][] x = Arrays.stream(values).map(Basis::withIntercept).toArray(double[][]::new);
        int p = covariates.size() + 1;
        RealMatrix r =
                new QRDecomposition(MatrixUtils.createRealMatrix(x)).getR().getSubMatrix(0, p - 1, 0, p - 1);
        for (int column = 1; column < p; column++) {
            refuseCollinear(covariates, r, column);
        }
        RealMatrix inverse = inverse(r);
        double[][] triangle = inverse.getData();
        return new Basis(Arrays.stream(x).map(row -> times(row, triangle)).toArray(double[][]::new), inverse);
    }

    /** Z, one row of p values per unit. The caller must not change it. */
    double[][] rows() {
        return rows;
    }

    /** R⁻¹, upper triangular, p × p: takes coefficients on Z to coefficients on the intercept and the covariates. */
    RealMatrix inverse() {
        return inverse;
    }

    /**
     * The Mahalanobis distance between two units over all the covariates, with the covariance (n − 1) of the units that
     * the basis is of: √((a − b)′S⁻¹(a − b)) = √(k − 1)·|z_a − z_b|. No unit.
     *
     * @param a place of the one among the rows
     * @param b place of the other
     */
    public double distance(int a, int b) {
        double sum = 0;
        for (int j = 1; j < rows[a].length; j++) {
            double difference = rows[a][j] - rows[b][j];
            sum += difference * difference;
        }
        return Math.sqrt(sum * (rows.length - 1));
    }

    private static double[] withIntercept(double[] values) {
        double[] row = new double[values.length + 1];
        row[0] = 1;
        System.arraycopy(values, 0, row, 1, values.length);
        return row;
    }

    private static void refuseCollinear(List<String> covariates, RealMatrix r, int column) {
        double[] part = r.getSubMatrix(0, column, column, column).getColumn(0);
        double norm = MatrixUtils.createRealVector(part).getNorm();
        if (!Double.isFinite(norm)) {
            throw Refusal.rule("refusal.estimate.range");
        }
        if (Math.abs(part[column]) > COLLINEAR * norm) {
            return;
        }
        List<String> from = sources(covariates, r, column, norm);
        String name = covariates.get(column - 1);
        throw from.isEmpty()
                ? Refusal.rule("refusal.estimate.constant", name)
                : Refusal.rule("refusal.estimate.collinear", name, String.join(", ", from));
    }

    /** The covariates that a column is a sum of: those with a share in it that is not rounding. */
    private static List<String> sources(List<String> covariates, RealMatrix r, int column, double norm) {
        var share = r.getSubMatrix(0, column - 1, column, column).getColumnVector(0);
        MatrixUtils.solveUpperTriangularSystem(r.getSubMatrix(0, column - 1, 0, column - 1), share);
        List<String> from = new ArrayList<>();
        for (int j = 1; j < column; j++) {
            if (Math.abs(share.getEntry(j)) * r.getColumnVector(j).getNorm() > FOLLOWS * norm) {
                from.add(covariates.get(j - 1));
            }
        }
        return from;
    }

    private static RealMatrix inverse(RealMatrix r) {
        int p = r.getRowDimension();
        RealMatrix inverse = MatrixUtils.createRealMatrix(p, p);
        for (int j = 0; j < p; j++) {
            var unit = MatrixUtils.createRealIdentityMatrix(p).getColumnVector(j);
            MatrixUtils.solveUpperTriangularSystem(r, unit);
            inverse.setColumnVector(j, unit);
        }
        return inverse;
    }

    private static double[] times(double[] row, double[][] triangle) {
        double[] product = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            for (int j = i; j < row.length; j++) {
                product[j] += row[i] * triangle[i][j];
            }
        }
        return product;
    }
}
