package se.samverkan.evaluation.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.jspecify.annotations.Nullable;
import se.samverkan.evaluation.method.Side.Fit;
import se.samverkan.shared.CsvList;
import se.samverkan.shared.CsvList.Row;
import se.samverkan.shared.Refusal;

/**
 * The effect at a threshold that decided who was offered support: how far apart two lines end that are fitted to the outcomes on
 * either side, the nearest units counting the most (local linear, triangular kernel). The bandwidth is that of G. Imbens and K.
 * Kalyanaraman, "Optimal bandwidth choice for the regression discontinuity estimator", Review of Economic Studies 79 (2012), pp.
 * 933–959. The interval is the robust, bias-corrected one of S. Calonico, M. D. Cattaneo and R. Titiunik, Econometrica 82 (2014),
 * pp. 2295–2326, with one bandwidth for both, which makes it that of local parabolas. Formulas: docs/methods/threshold.md.
 */
public final class Discontinuity {

    private static final List<String> KNOWN = List.of("id", "score", "outcome");
    private static final int FEWEST = 10;
    private static final int BINS = 10;

    private final double[] scores;
    private final double[] outcomes;
    private final int missing;

    private Discontinuity(double[] scores, double[] outcomes, int missing) {
        this.scores = scores;
        this.outcomes = outcomes;
        this.missing = missing;
    }

    /**
     * The effect in a file.
     *
     * @param content CSV with {@code id,score,outcome}
     * @param cutoff the score from which, itself included, units were offered support
     * @param bandwidth how far from it units count; chosen from the data where it is empty
     * @throws Refusal when the file cannot be read so, or too few units lie on either side
     */
    public static Answer of(byte[] content, double cutoff, OptionalDouble bandwidth) {
        CsvList list = CsvList.read(content);
        list.requireColumns(true, KNOWN.toArray(String[]::new));
        List<double[]> told = new ArrayList<>();
        int[] missing = {0};
        list.each((row, id) -> {
            read(row, cutoff).ifPresentOrElse(told::add, () -> missing[0]++);
            return id;
        });
        told.sort((one, other) -> Arrays.compare(one, other));
        Discontinuity all = new Discontinuity(
                told.stream().mapToDouble(each -> each[0]).toArray(),
                told.stream().mapToDouble(each -> each[1]).toArray(),
                missing[0]);
        all.check();
        return all.answer(bandwidth);
    }

    private static java.util.Optional<double[]> read(Row row, double cutoff) {
        double outcome = Cells.number(row, "outcome");
        double score = Cells.number(row, "score");
        return Double.isNaN(outcome) || Double.isNaN(score)
                ? java.util.Optional.empty()
                : java.util.Optional.of(new double[] {score - cutoff, outcome});
    }

    private void check() {
        int above = side(true, Double.MAX_VALUE).size();
        if (above < FEWEST || scores.length - above < FEWEST) {
            throw Refusal.rule("evaluation.refusal.sides", FEWEST, above, scores.length - above);
        }
        if (Arrays.stream(outcomes).distinct().count() < 2) {
            throw Refusal.rule("evaluation.refusal.constant");
        }
    }

    private Answer answer(OptionalDouble wanted) {
        if (wanted.isPresent() && !(wanted.getAsDouble() > 0)) {
            throw Refusal.rule("evaluation.refusal.bandwidth");
        }
        double h = wanted.orElseGet(() -> new Bandwidth(scores, outcomes).chosen());
        Fit left = side(false, h).fit(1, h);
        Fit right = side(true, h).fit(1, h);
        Fit leftCurve = side(false, h).fit(2, h);
        Fit rightCurve = side(true, h).fit(2, h);
        double estimate = right.level() - left.level();
        double centre = rightCurve.level() - leftCurve.level();
        double se = Math.sqrt(rightCurve.variance() + leftCurve.variance());
        if (!Double.isFinite(centre) || !Double.isFinite(se)) {
            throw Refusal.rule("evaluation.refusal.near");
        }
        boolean varies = se > 0;
        return new Answer(
                estimate,
                Math.sqrt(right.variance() + left.variance()),
                centre,
                varies ? se : null,
                varies ? centre - Bands.POINTWISE * se : null,
                varies ? centre + Bands.POINTWISE * se : null,
                h,
                side(false, h).size(),
                side(true, h).size(),
                scores.length,
                missing,
                density(h),
                picture(h, left, right));
    }

    private Picture picture(double h, Fit left, Fit right) {
        List<Group> groups = new ArrayList<>();
        for (boolean above : new boolean[] {false, true}) {
            Side near = side(above, h);
            groups.addAll(Groups.of(near.scores(), near.outcomes()));
        }
        return new Picture(
                groups,
                left.level() - h * left.slope(),
                left.level(),
                right.level(),
                right.level() + h * right.slope());
    }

    private Side side(boolean above, double h) {
        int[] places = java.util.stream.IntStream.range(0, scores.length)
                .filter(place -> scores[place] >= 0 == above && Math.abs(scores[place]) < h)
                .toArray();
        return new Side(
                Arrays.stream(places).mapToDouble(place -> scores[place]).toArray(),
                Arrays.stream(places).mapToDouble(place -> outcomes[place]).toArray());
    }

    /** How many units lie just under and just over, in even steps, and whether chance alone makes so uneven halves near it. */
    private Density density(double h) {
        double width = h / BINS;
        List<Bin> bins = new ArrayList<>();
        for (int step = -2 * BINS; step < 2 * BINS; step++) {
            double from = step * width;
            double to = from + width;
            bins.add(new Bin(from, to, (int) Arrays.stream(scores)
                    .filter(score -> score >= from && score < to)
                    .count()));
        }
        int below = side(false, h / 2).size();
        int above = side(true, h / 2).size();
        return new Density(below, above, even(below, above), bins);
    }

    /** The exact two-sided probability of so uneven a split of one half each. */
    private static double even(int below, int above) {
        if (below + above == 0) {
            return 1;
        }
        double tail = new BinomialDistribution(below + above, 0.5).cumulativeProbability(Math.min(below, above));
        return Math.min(1, 2 * tail);
    }

    /**
     * How many units lie near the threshold: whoever could choose the side gathers on one of them.
     *
     * @param below within half the bandwidth under it
     * @param above within half the bandwidth over it
     * @param p the probability of so uneven halves by chance
     * @param bins the figure: how many units in even steps of the score
     */
    public record Density(int below, int above, double p, List<Bin> bins) {

        public Density {
            bins = List.copyOf(bins);
        }
    }

    /** Units with a score from and up to, counted from the threshold. */
    public record Bin(double from, double to, int units) {}

    /**
     * What can be drawn of it: lines from one bandwidth under the threshold to one over it, and means of five units or more.
     *
     * @param groups within the bandwidth, none across the threshold
     * @param from where the lower line begins
     * @param below where it ends at the threshold
     * @param above where the upper line begins there
     * @param to where it ends
     */
    public record Picture(List<Group> groups, double from, double below, double above, double to) {

        public Picture {
            groups = List.copyOf(groups);
        }
    }

    /**
     * The effect at the threshold.
     *
     * @param estimate by local lines
     * @param conventionalSe its standard error if the lines were right
     * @param corrected the estimate less its estimated bias, which the interval lies around
     * @param se the robust standard error
     * @param bandwidth how far from the threshold units count
     * @param below how many count under it
     * @param above how many count from it on
     * @param missing left out, without a score or an outcome
     */
    public record Answer(
            double estimate,
            double conventionalSe,
            double corrected,
            @Nullable Double se,
            @Nullable Double lower,
            @Nullable Double upper,
            double bandwidth,
            int below,
            int above,
            int units,
            int missing,
            Density density,
            Picture picture) {

        /** The corrected effect with the interval that lies around it. */
        public Interval effect() {
            return new Interval(corrected, se, lower, upper);
        }

        /** What a reader of it must know. */
        public List<Note> notes() {
            return Stream.of(
                            missing > 0 ? Note.of("threshold-missing", missing) : null,
                            density.p < 0.05 ? Note.of("gathered", density.below, density.above) : null,
                            below < FEWEST || above < FEWEST ? Note.of("few-near", below, above) : null)
                    .filter(java.util.Objects::nonNull)
                    .toList();
        }
    }
}
