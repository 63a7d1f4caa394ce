package se.samverkan.evaluation.method;

import java.util.List;
import java.util.stream.DoubleStream;
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

        /** This less {@code times} the other. */
        Estimate less(double times, Estimate other) {
            double[] left = influence.clone();
            for (int cluster = 0; cluster < left.length; cluster++) {
                left[cluster] -= times * other.influence[cluster];
            }
            return new Estimate(value - times * other.value, left);
        }

        double error() {
            return Math.sqrt(DoubleStream.of(influence).map(each -> each * each).sum());
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
        Estimate sum = new Estimate(0, new double[all.getFirst().influence.length]);
        for (Estimate each : all) {
            sum = sum.less(-1.0 / all.size(), each);
        }
        return sum;
    }

    /**
     * What is asked about.
     *
     * @param effect its estimate
     * @param steps how many largest steps it can be off by
     * @param before the steps before the start
     */
    private record Target(Estimate effect, double steps, List<Estimate> before) {

        Reach reach(double m) {
            double lower = Double.POSITIVE_INFINITY;
            double upper = Double.NEGATIVE_INFINITY;
            for (Estimate step : before) {
                for (double off : new double[] {m * steps, -m * steps}) {
                    double from = end(effect.less(off, step), -1);
                    double to = end(effect.less(-off, step), 1);
                    if (from <= to) {
                        lower = Math.min(lower, from);
                        upper = Math.max(upper, to);
                    }
                }
            }
            return new Reach(lower, upper);
        }

        private static double end(Estimate bound, int direction) {
            return bound.value + direction * Bands.POINTWISE * bound.error();
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
}
