package se.samverkan.evaluation.method;

import java.util.List;

/**
 * A mean of group-time effects, each weighed by how common its group is. The shares of groups are estimated too, and that is in
 * its influence function, as in {@code did::aggte}.
 */
final class Mean {

    private final EventPanel panel;
    private final double[] influence;
    private double estimate;

    /**
     * @param parts with their effects, influences and shares
     */
    Mean(EventPanel panel, List<Part> parts) {
        this.panel = panel;
        this.influence = new double[panel.units()];
        double total = parts.stream().mapToDouble(Part::share).sum();
        for (Part part : parts) {
            estimate += part.share / total * part.estimate;
            add(part.influence, part.share / total);
        }
        for (Part part : parts) {
            addShare(part, total);
        }
    }

    /** The plain mean of some means. */
    private Mean(EventPanel panel, double estimate, double[] influence) {
        this.panel = panel;
        this.estimate = estimate;
        this.influence = influence;
    }

    static Mean plain(EventPanel panel, List<Mean> means) {
        Mean mean = new Mean(panel, 0, new double[panel.units()]);
        for (Mean each : means) {
            mean.estimate += each.estimate / means.size();
            mean.add(each.influence, 1.0 / means.size());
        }
        return mean;
    }

    private void add(double[] other, double weight) {
        for (int unit = 0; unit < influence.length; unit++) {
            influence[unit] += weight * other[unit];
        }
    }

    private void addShare(Part part, double total) {
        double off = (part.estimate - estimate) / total;
        for (int unit = 0; unit < influence.length; unit++) {
            if (panel.starts()[unit] == part.group) {
                influence[unit] += panel.weights()[unit] * off;
            }
        }
    }

    double estimate() {
        return estimate;
    }

    double[] influence() {
        return influence;
    }

    /** One group's effect, in one period or as the plain mean of several. */
    static final class Part {

        private final int group;
        private final double estimate;
        private final double[] influence;
        private final double share;

        Part(int group, double estimate, double[] influence, double share) {
            this.group = group;
            this.estimate = estimate;
            this.influence = influence;
            this.share = share;
        }

        double[] influence() {
            return influence;
        }

        double share() {
            return share;
        }

        /** The plain mean of one group's effects. */
        static Part mean(List<Part> parts) {
            Part first = parts.getFirst();
            double[] influence = new double[first.influence.length];
            for (Part part : parts) {
                for (int unit = 0; unit < influence.length; unit++) {
                    influence[unit] += part.influence[unit] / parts.size();
                }
            }
            double estimate =
                    parts.stream().mapToDouble(part -> part.estimate).average().orElseThrow();
            return new Part(first.group, estimate, influence, first.share);
        }
    }
}
