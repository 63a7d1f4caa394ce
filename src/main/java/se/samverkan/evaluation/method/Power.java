package se.samverkan.evaluation.method;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import se.samverkan.shared.Refusal;

/**
 * What size of effect could be seen with so many units and periods: rounds are invented many times on the real history of units,
 * in which nothing was done, and each is evaluated as {@link GroupTime} would. Rule and formulas: docs/methods/power.md.
 */
public final class Power {

    private static final int MOST_DRAWS = 100_000;
    private static final int FEWEST_DRAWS = 100;
    private static final double WANTED = 0.8;
    private static final int HALVINGS = 60;
    private static final List<Double> STEPS = List.of(0.25, 0.5, 0.75, 1.0, 1.25, 1.5);

    private final History history;
    private final Plan plan;
    private final double[] estimates;
    private final double[] errors;

    private Power(History history, Plan plan) {
        this.history = history;
        this.plan = plan;
        double[][] rounds = IntStream.range(0, plan.draws)
                .parallel()
                .mapToObj(draw -> round(new SplittableRandom(plan.seed + draw * 0x9E3779B97F4A7C15L)))
                .toArray(double[][]::new);
        this.estimates = Arrays.stream(rounds).mapToDouble(round -> round[0]).toArray();
        this.errors = Arrays.stream(rounds).mapToDouble(round -> round[1]).toArray();
    }

    /**
     * What could be seen.
     *
     * @param content CSV with {@code unit,period,outcome}
     * @throws Refusal when the file cannot be read so, or is too small for the plan
     */
    public static Answer of(byte[] content, Plan plan) {
        History history = History.read(content);
        check(
                plan.draws >= FEWEST_DRAWS && plan.draws <= MOST_DRAWS,
                "evaluation.refusal.draws",
                FEWEST_DRAWS,
                MOST_DRAWS);
        check(
                plan.after >= 1 && plan.after < history.periods(),
                "evaluation.refusal.after",
                plan.after,
                history.periods());
        check(
                plan.treated >= 2 && plan.compared >= 2 && plan.treated <= history.units() - plan.compared,
                "evaluation.refusal.units",
                plan.treated,
                plan.compared,
                history.units());
        return new Power(history, plan).answer();
    }

    private static void check(boolean holds, String reason, Object... details) {
        if (!holds) {
            throw Refusal.rule(reason, details);
        }
    }

    /** One invented round: what the evaluation says where nothing was done, and its standard error. */
    private double[] round(SplittableRandom random) {
        int base = random.nextInt(history.periods() - plan.after);
        int[] units = IntStream.range(0, history.units()).toArray();
        double[] movements = new double[plan.treated + plan.compared];
        for (int place = 0; place < movements.length; place++) {
            int other = place + random.nextInt(units.length - place);
            int unit = units[other];
            units[other] = units[place];
            movements[place] = history.movement(unit, base, plan.after);
        }
        double[] treated = spread(movements, 0, plan.treated);
        double[] compared = spread(movements, plan.treated, movements.length);
        return new double[] {treated[0] - compared[0], Math.sqrt(treated[1] + compared[1])};
    }

    /** The mean, and the sum of squares around it over the square of how many there are. */
    private static double[] spread(double[] movements, int from, int to) {
        int count = to - from;
        double mean = 0;
        for (int place = from; place < to; place++) {
            mean += movements[place] / count;
        }
        double squares = 0;
        for (int place = from; place < to; place++) {
            squares += (movements[place] - mean) * (movements[place] - mean);
        }
        return new double[] {mean, squares / count / count};
    }

    private Answer answer() {
        double largest = IntStream.range(0, plan.draws)
                .mapToDouble(draw -> Math.abs(estimates[draw]) + 2 * errors[draw])
                .max()
                .orElseThrow();
        check(largest > 0, "evaluation.refusal.constant");
        double seen = detectable(largest);
        return new Answer(
                seen,
                seen(0),
                STEPS.stream()
                        .map(step -> new Chance(step * seen, seen(step * seen)))
                        .toList(),
                plan,
                history.units(),
                history.periods(),
                history.incomplete());
    }

    /** The effect that is seen four times of five, by halving the span that it lies in. */
    private double detectable(double largest) {
        double low = 0;
        double high = largest;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (seen(middle) >= WANTED) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** In what share of rounds an effect of this size is told from 0; it moves the estimate and not its error. */
    private double seen(double effect) {
        return (double) IntStream.range(0, plan.draws)
                        .filter(draw -> Math.abs(estimates[draw] + effect) > Bands.POINTWISE * errors[draw])
                        .count()
                / plan.draws;
    }

    /**
     * What is thought of.
     *
     * @param treated how many units start, all in one period
     * @param compared how many they are compared with
     * @param after how many periods from the start on are looked at
     * @param draws how many rounds are invented
     * @param seed of the draws
     */
    public record Plan(int treated, int compared, int after, int draws, long seed) {}

    /**
     * How often an effect would be seen.
     *
     * @param effect in the outcome's own unit
     * @param seen the share of rounds that tell it from 0
     */
    public record Chance(double effect, double seen) {}

    /**
     * What could be seen.
     *
     * @param detectable the effect that is seen four times of five
     * @param falseAlarms the share of rounds that see something where nothing was done
     * @param chances how often larger and smaller effects are seen
     * @param units whose history was used
     * @param incomplete units left out, without an outcome in every period
     */
    public record Answer(
            double detectable,
            double falseAlarms,
            List<Chance> chances,
            Plan plan,
            int units,
            int periods,
            int incomplete) {

        public Answer {
            chances = List.copyOf(chances);
        }
    }
}
