package se.samverkan.evaluation.method;

import java.util.Arrays;

/**
 * Units with an outcome in every period, each with the period it starts in. Units lie in the order of their ids, so that the
 * order of the file changes nothing.
 *
 * @param control with whom groups are compared
 * @param periods in order
 * @param outcomes by period, then unit
 * @param starts by unit: the period it starts in, or {@link #NEVER}
 * @param weights by unit, above 0
 * @param clusters by unit: the number of its cluster, from 0
 * @param clusterCount how many clusters there are
 * @param dropped what was left out
 */
record EventPanel(
        Control control,
        int[] periods,
        double[][] outcomes,
        int[] starts,
        double[] weights,
        int[] clusters,
        int clusterCount,
        Dropped dropped) {

    static final int NEVER = Integer.MAX_VALUE;

    int units() {
        return starts.length;
    }

    /** The periods that groups start in, in order. */
    int[] groups() {
        return Arrays.stream(starts)
                .filter(start -> start != NEVER)
                .distinct()
                .sorted()
                .toArray();
    }

    /** How far the outcomes lie from each other at most. */
    double spread() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] period : outcomes) {
            for (double outcome : period) {
                lowest = Math.min(lowest, outcome);
                highest = Math.max(highest, outcome);
            }
        }
        return highest - lowest;
    }
}
