package se.samverkan.evaluation.method;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * A line by least squares with errors for few clusters: CR2 with Satterthwaite's degrees of freedom, as in {@link SmallSample}, for a
 * constant and one regressor. A cluster's part of the hat matrix has at most two directions, so its root is found in 2 × 2.
 * Formulas: docs/methods/dose-line.md.
 */
final class Slope {

    private static final double NOTHING = 1e-10;

    private final RealMatrix bread;
    private final RealVector coefficients;
    private final List<Cluster> clusters;

    /**
     * @param along by unit: the regressor, not the same everywhere
     * @param outcomes in the same order
     * @param clusters places of units by cluster
     */
    Slope(double[] along, double[] outcomes, List<int[]> clusters) {
        RealMatrix design = new Array2DRowRealMatrix(along.length, 2);
        for (int unit = 0; unit < along.length; unit++) {
            design.setEntry(unit, 0, 1);
            design.setEntry(unit, 1, along[unit]);
        }
        RealVector wanted = new ArrayRealVector(outcomes);
        this.bread = new LUDecomposition(design.transposeMultiply(design))
                .getSolver()
                .getInverse();
        this.coefficients = bread.operate(design.preMultiply(wanted));
        RealVector residuals = wanted.subtract(design.operate(coefficients));
        this.clusters = clusters.stream()
                .map(units -> new Cluster(design.getSubMatrix(units, new int[] {0, 1}), units, residuals))
                .toList();
    }

    /**
     * A point of the line, or its slope, with how sure it is.
     *
     * @param df Satterthwaite's degrees of freedom; 0 where the error cannot be told
     */
    record Told(double estimate, double se, double df) {}

    Told slope() {
        return told(new ArrayRealVector(new double[] {0, 1}));
    }

    Told at(double along) {
        return told(new ArrayRealVector(new double[] {1, along}));
    }

    private Told told(RealVector wanted) {
        RealVector pull = bread.operate(wanted);
        double[][] shares = new double[clusters.size()][];
        double[] own = new double[clusters.size()];
        double variance = 0;
        for (int place = 0; place < own.length; place++) {
            Cluster cluster = clusters.get(place);
            RealVector stretched = cluster.stretched(pull);
            variance += Math.pow(stretched.dotProduct(cluster.residuals), 2);
            own[place] = stretched.dotProduct(stretched);
            shares[place] = cluster.design.preMultiply(stretched).toArray();
        }
        return new Told(wanted.dotProduct(coefficients), Math.sqrt(variance), freedom(own, shares));
    }

    /** (tr G)² / Σ G², G the covariances of the clusters' sums under independent errors of one variance. */
    private double freedom(double[] own, double[][] shares) {
        double trace = 0;
        double squares = 0;
        for (int one = 0; one < own.length; one++) {
            RealVector through = bread.operate(new ArrayRealVector(shares[one]));
            for (int other = 0; other < own.length; other++) {
                double common = (one == other ? own[one] : 0) - through.dotProduct(new ArrayRealVector(shares[other]));
                squares += common * common;
                trace += one == other ? common : 0;
            }
        }
        return trace > NOTHING * java.util.Arrays.stream(own).sum() ? trace * trace / squares : 0;
    }

    /** The units of one cluster. */
    private final class Cluster {

        private final RealMatrix design;
        private final RealVector residuals;
        private final @Nullable RealMatrix root;

        Cluster(RealMatrix design, int[] units, RealVector residuals) {
            this.design = design;
            this.residuals = new ArrayRealVector(units.length);
            for (int place = 0; place < units.length; place++) {
                this.residuals.setEntry(place, residuals.getEntry(units[place]));
            }
            this.root = root();
        }

        /** (I − H)^(−½) x for x in the cluster's own rows; Moore and Penrose's inverse. */
        RealVector stretched(RealVector pull) {
            RealVector rows = design.operate(pull);
            return root == null ? rows : rows.add(design.operate(root.operate(design.preMultiply(rows))));
        }

        /**
         * The matrix R with (I − X M X′)^(−½) = I + X R X′: with M = L L′ and the eigenvalues λ and vectors u of L′X′X L, it is L Σ u
         * ((1 − λ)^(−½) − 1)/λ u′ L′.
         */
        private @Nullable RealMatrix root() {
            EigenDecompositionSymmetric outer = new EigenDecompositionSymmetric(bread);
            RealMatrix half = outer.getSquareRoot();
            EigenDecompositionSymmetric own = new EigenDecompositionSymmetric(
                    symmetric(half.multiply(design.transposeMultiply(design)).multiply(half)));
            double[] values = own.getEigenvalues();
            double[] factors = new double[values.length];
            for (int place = 0; place < values.length; place++) {
                double left = 1 - values[place];
                double stretch = left > NOTHING ? 1 / Math.sqrt(left) : 0;
                factors[place] = values[place] > NOTHING ? (stretch - 1) / values[place] : 0.5;
            }
            RealMatrix turned = half.multiply(own.getV());
            return turned.multiply(MatrixUtils.createRealDiagonalMatrix(factors))
                    .multiply(turned.transpose());
        }

        private RealMatrix symmetric(RealMatrix matrix) {
            return matrix.add(matrix.transpose()).scalarMultiply(0.5);
        }
    }
}
