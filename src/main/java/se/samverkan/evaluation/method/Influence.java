package se.samverkan.evaluation.method;

import org.jspecify.annotations.Nullable;
import se.samverkan.shared.Refusal;

/** Sums the influence of units over their clusters, and makes standard errors of them. */
final class Influence {

    private static final double NOTHING = 1e-12;

    private final EventPanel panel;
    private final double least;

    Influence(EventPanel panel) {
        this.panel = panel;
        this.least = NOTHING * panel.spread();
    }

    /** √(Σ over clusters of their sum squared) / units; nothing where none varies. */
    @Nullable
    Double error(double[] influence) {
        double squares = 0;
        for (double sum : sums(influence)) {
            squares += sum * sum;
        }
        double error = Math.sqrt(squares) / panel.units();
        if (!Double.isFinite(error)) {
            throw Refusal.rule("evaluation.refusal.range");
        }
        return error > least ? error : null;
    }

    /** The sums of clusters, divided by the root of the sum of their squares. */
    double[] scores(double[] influence, double error) {
        double[] sums = sums(influence);
        for (int cluster = 0; cluster < sums.length; cluster++) {
            sums[cluster] /= error * panel.units();
        }
        return sums;
    }

    /** By cluster: the sum of its units' influence, divided by how many units there are in all. */
    double[] means(double[] influence) {
        double[] sums = sums(influence);
        for (int cluster = 0; cluster < sums.length; cluster++) {
            sums[cluster] /= panel.units();
        }
        return sums;
    }

    private double[] sums(double[] influence) {
        double[] sums = new double[panel.clusterCount()];
        for (int unit = 0; unit < influence.length; unit++) {
            sums[panel.clusters()[unit]] += influence[unit];
        }
        return sums;
    }
}
