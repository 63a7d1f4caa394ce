package se.samverkan.reporting.aggregate;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A share of things that come in clusters, with an interval of 95 per cent that knows it: two signs at one organiser say less than two
 * signs at two. Wilson's interval with as many things as the clusters are worth, and with Student's t of the clusters less one. Formula
 * and sources: docs/methods/clustered-share.md.
 *
 * @param share between 0 and 1
 * @param low the lower end, not less than 0
 * @param high the upper end, not more than 1
 */
record ClusteredShare(double share, double low, double high) {

    private static final double UPPER_TAIL = 0.975;

    /**
     * From sums over clusters, where a cluster has y of its m things.
     *
     * @param clusters how many there are, at least 2
     * @param y the sum of y
     * @param m the sum of m, positive
     * @param yy the sum of y²
     * @param ym the sum of y·m
     * @param mm the sum of m²
     * @throws IllegalArgumentException of fewer clusters, or of nothing
     */
    static ClusteredShare of(int clusters, double y, double m, double yy, double ym, double mm) {
        if (clusters < 2 || m <= 0) {
            throw new IllegalArgumentException(clusters + " clusters of " + m);
        }
        double share = y / m;
        double quantile = new TDistribution(clusters - 1).inverseCumulativeProbability(UPPER_TAIL);
        return wilson(share, worth(clusters, share, m, yy - 2 * share * ym + share * share * mm), quantile);
    }

    /** How many independent things they are worth: never more than there are; where all or none has it, one for each cluster. */
    private static double worth(int clusters, double share, double m, double squares) {
        double binomial = share * (1 - share) / m;
        if (binomial <= 0) {
            return Math.min(clusters, m);
        }
        double variance = clusters / (clusters - 1.0) * squares / (m * m);
        return m / Math.max(1, variance / binomial);
    }

    /** Wilson's score interval of a share of n things, which need be no whole number. */
    static ClusteredShare wilson(double share, double n, double quantile) {
        double square = quantile * quantile / n;
        double centre = (share + square / 2) / (1 + square);
        double half = quantile / (1 + square) * Math.sqrt(share * (1 - share) / n + square / (4 * n));
        return new ClusteredShare(share, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
