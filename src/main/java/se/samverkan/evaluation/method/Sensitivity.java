package se.samverkan.evaluation.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large a break of the belief in parallel movements an effect would survive: relative magnitudes, A. Rambachan and J. Roth,
 * "A more credible approach to parallel trends", Review of Economic Studies 90 (2023), pp. 2555–2591. From one period to the
 * next those who start may drift from the others by at most M times the largest such step seen before the start. The interval is the
 * union, over which step was the largest and in which direction, of intervals that hold for that case. Formula, and what is
 * chosen otherwise than in the paper's package: docs/methods/sensitivity.md.
 *
 * @param steps how many steps before the start there are
 * @param largestStep the largest of them, as estimated
 * @param levels the intervals for some M
 * @param breakdownFirst the largest M for which the effect of the first period is told from 0; nothing where it is not at M = 0
 * @param breakdownAverage the same for the plain mean of all periods after the start
 */
public record Sensitivity(
        int steps,
        double largestStep,
        List<Level> levels,
        @Nullable Double breakdownFirst,
        @Nullable Double breakdownAverage) {

    /** Beyond this nothing is looked for; an effect that survives it is told to survive at least this. */
    public static final double MOST = 10;

    private static final List<Double> SHOWN = List.of(0.0, 0.5, 1.0, 1.5, 2.0);
    private static final double GRAIN = 0.01;

    public Sensitivity {
        levels = List.copyOf(levels);
    }

    /**
     * The intervals, 95 per cent, if drifts are at most {@code m} times the largest step before the start.
     *
     * @param first period after the start
     * @param average of all periods after it
     */
    public record Level(double m, Reach first, Reach average) {}

    /** From and to, in the outcome's own unit. */
    public record Reach(double lower, double upper) {

        boolean leavesOutZero() {
            return lower > 0 || upper < 0;
        }
    }

    /** An estimate with its influence by cluster, such that the sum of squares is its variance. */
    record Estimate(double value, double[] influence) {

        double times(Estimate other) {
            double sum = 0;
            for (int cluster = 0; cluster < influence.length; cluster++) {
                sum += influence[cluster] * other.influence[cluster];
            }
            return sum;
        }
    }

    /**
     * What the effects survive, or nothing where no step before the start or no period after it is known.
     *
     * @param before the steps before the start
     * @param after the effects from the start on, in order
     */
    static @Nullable Sensitivity of(List<Estimate> before, List<Estimate> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return null;
        }
        Target first = new Target(after.getFirst(), 1, before);
        Target average = new Target(mean(after), (after.size() + 1) / 2.0, before);
        return new Sensitivity(
                before.size(),
                before.stream().mapToDouble(step -> Math.abs(step.value)).max().orElseThrow(),
                SHOWN.stream()
                        .map(m -> new Level(m, first.reach(m), average.reach(m)))
                        .toList(),
                first.breakdown(),
                average.breakdown());
    }

    private static Estimate mean(List<Estimate> all) {
        double value = 0;
        double[] influence = new double[all.getFirst().influence.length];
        for (Estimate each : all) {
            value += each.value / all.size();
            for (int cluster = 0; cluster < influence.length; cluster++) {
                influence[cluster] += each.influence[cluster] / all.size();
            }
        }
        return new Estimate(value, influence);
    }

    /** What is asked about, with all that its interval needs of the steps before the start. */
    private static final class Target {

        private final double value;
        private final double variance;
        private final double off;
        private final List<Step> before;

        /** @param off how many largest steps it can be off by */
        Target(Estimate effect, double off, List<Estimate> before) {
            this.value = effect.value;
            this.variance = effect.times(effect);
            this.off = off;
            this.before = before.stream()
                    .map(step -> new Step(step.value, step.times(step), effect.times(step)))
                    .toList();
        }

        Reach reach(double m) {
            double lower = Double.POSITIVE_INFINITY;
            double upper = Double.NEGATIVE_INFINITY;
            for (Step step : before) {
                for (double times : new double[] {m * off, -m * off}) {
                    double from = end(times, step, -1);
                    double to = end(-times, step, 1);
                    if (from <= to) {
                        lower = Math.min(lower, from);
                        upper = Math.max(upper, to);
                    }
                }
            }
            return new Reach(lower, upper);
        }

        /** The effect less so many of a step, and as far beyond as chance reaches. */
        private double end(double times, Step step, int direction) {
            double spread = variance - 2 * times * step.together + times * times * step.variance;
            return value - times * step.value + direction * Bands.POINTWISE * Math.sqrt(Math.max(0, spread));
        }

        @Nullable
        Double breakdown() {
            if (!reach(0).leavesOutZero()) {
                return null;
            }
            int grain = 0;
            while (grain * GRAIN < MOST && reach((grain + 1) * GRAIN).leavesOutZero()) {
                grain++;
            }
            return grain * GRAIN;
        }
    }

    /**
     * A step before the start.
     *
     * @param together its covariance with the effect
     */
    private record Step(double value, double variance, double together) {}
}
