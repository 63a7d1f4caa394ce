package se.samverkan.statistics.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The least and the most that each of some numbers, none below zero, can be when sums of them are known: linear programming by the
 * simplex method, with Bland's rule, which never goes round (R. G. Bland, "New finite pivoting rules for the simplex method",
 * Mathematics of Operations Research 2 (1977), pp. 103–107). In two-way tables every entry stays −1, 0 or 1, so nothing is rounded.
 *
 * <p>A first corner is found once; each question goes on from the corner of the one before.
 */
final class Simplex {

    private static final double ROUNDING = 1e-9;
    private static final double STILL_NOTHING = 1e-6;

    private final int numbers;
    private double[][] rows;
    private int[] basis;

    /**
     * @param known sums that are known: a factor for each number, and last what they come to
     * @param numbers how many numbers there are
     * @throws IllegalArgumentException when no numbers have these sums
     */
    Simplex(List<double[]> known, int numbers) {
        this.numbers = numbers;
        int many = known.size();
        rows = new double[many][];
        basis = new int[many];
        for (int row = 0; row < many; row++) {
            rows[row] = withOneMore(known.get(row), row, many);
            basis[row] = numbers + row;
        }
        findCorner(many);
    }

    /** The row with a number of its own to begin from, which a corner must do without. */
    private double[] withOneMore(double[] told, int row, int many) {
        double sign = told[numbers] < 0 ? -1 : 1;
        double[] longer = new double[numbers + many + 1];
        for (int at = 0; at < numbers; at++) {
            longer[at] = sign * told[at];
        }
        longer[numbers + row] = 1;
        longer[numbers + many] = sign * told[numbers];
        return longer;
    }

    private void findCorner(int many) {
        double[] cost = new double[numbers + many];
        Arrays.fill(cost, numbers, numbers + many, 1);
        if (minimise(cost).orElseThrow() > STILL_NOTHING) {
            throw new IllegalArgumentException("no numbers have these sums");
        }
        for (int row = 0; row < rows.length; row++) {
            if (basis[row] >= numbers) {
                leaveTheBeginning(row);
            }
        }
        dropTheBeginning(many);
    }

    private void leaveTheBeginning(int row) {
        for (int column = 0; column < numbers; column++) {
            if (Math.abs(rows[row][column]) > ROUNDING) {
                pivot(row, column);
                return;
            }
        }
    }

    /** What still stands on a number to begin from says nothing that the other rows do not. */
    private void dropTheBeginning(int many) {
        int[] kept = java.util.stream.IntStream.range(0, rows.length)
                .filter(row -> basis[row] < numbers)
                .toArray();
        basis = Arrays.stream(kept).map(row -> basis[row]).toArray();
        rows = Arrays.stream(kept).mapToObj(row -> shorter(rows[row], many)).toArray(double[][]::new);
    }

    private double[] shorter(double[] row, int many) {
        double[] shorter = Arrays.copyOf(row, numbers + 1);
        shorter[numbers] = row[numbers + many];
        return shorter;
    }

    /** The least that a number can be. */
    double least(int number) {
        double[] cost = new double[numbers];
        cost[number] = 1;
        return minimise(cost).orElseThrow();
    }

    /** The most that a number can be; empty where nothing limits it. */
    OptionalDouble most(int number) {
        double[] cost = new double[numbers];
        cost[number] = -1;
        OptionalDouble found = minimise(cost);
        return found.isPresent() ? OptionalDouble.of(0 - found.getAsDouble()) : found;
    }

    private OptionalDouble minimise(double[] cost) {
        for (int column = entering(cost); column >= 0; column = entering(cost)) {
            int row = leaving(column);
            if (row < 0) {
                return OptionalDouble.empty();
            }
            pivot(row, column);
        }
        double value = 0;
        for (int row = 0; row < rows.length; row++) {
            value += cost[basis[row]] * rows[row][cost.length];
        }
        return OptionalDouble.of(value);
    }

    /** The first that makes the cost less; −1 where none does. */
    private int entering(double[] cost) {
        for (int column = 0; column < cost.length; column++) {
            double change = cost[column];
            for (int row = 0; row < rows.length; row++) {
                change -= cost[basis[row]] * rows[row][column];
            }
            if (change < -ROUNDING) {
                return column;
            }
        }
        return -1;
    }

    /** The row that is used up first, of equals the one with the first number; −1 where none is. */
    private int leaving(int column) {
        int first = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < rows.length; row++) {
            double factor = rows[row][column];
            if (factor > ROUNDING) {
                double ratio = rows[row][rows[row].length - 1] / factor;
                if (ratio < least - ROUNDING || ratio < least + ROUNDING && (first < 0 || basis[row] < basis[first])) {
                    first = row;
                    least = Math.min(least, ratio);
                }
            }
        }
        return first;
    }

    private void pivot(int row, int column) {
        double factor = rows[row][column];
        double[] pivot = rows[row];
        for (int at = 0; at < pivot.length; at++) {
            pivot[at] /= factor;
        }
        for (double[] other : rows) {
            double times = other[column];
            if (other != pivot && times != 0) {
                for (int at = 0; at < other.length; at++) {
                    other[at] -= times * pivot[at];
                }
            }
        }
        basis[row] = column;
    }
}
