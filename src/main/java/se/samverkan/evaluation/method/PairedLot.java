package se.samverkan.evaluation.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;
import se.samverkan.evaluation.method.PairFile.Pair;
import se.samverkan.shared.Refusal;

/**
 * Pairs of which a lot offered one half: the effect of being offered with pair fixed effects, what the lot alone could have made,
 * and the effect on those who took part because they were offered. Rule and formulas: docs/methods/pairs.md.
 */
public final class PairedLot {

    private static final int MOST_DRAWS = 1_000_000;
    private static final double LEVEL = 0.975;
    private static final double NOTHING = 1e-12;
    private static final double STRONG = 10;
    private static final double FEW_FREEDOM = 4;

    private final PairFile file;
    private final List<Pair> pairs;
    private final List<Note> notes = new ArrayList<>();

    private PairedLot(PairFile file) {
        this.file = file;
        this.pairs = file.pairs();
    }

    /**
     * The effects in a file of pairs.
     *
     * @param content CSV with {@code id,pair,offered,outcome[,took_part,dose,cluster]}
     * @param draws of the lot where there are more than 16 pairs
     * @param seed of the draws
     * @throws Refusal when the file cannot be read so, or has nothing to compare
     */
    public static Answer of(byte[] content, int draws, long seed) {
        if (draws < 1 || draws > MOST_DRAWS) {
            throw Refusal.rule("evaluation.refusal.draws", 1, MOST_DRAWS);
        }
        return new PairedLot(PairFile.read(content)).answer(draws, seed);
    }

    private Answer answer(int draws, long seed) {
        if (pairs.size() < 2) {
            throw Refusal.rule("evaluation.refusal.few-pairs", pairs.size(), file.dropped());
        }
        if (isConstant()) {
            throw Refusal.rule("evaluation.refusal.constant");
        }
        if (file.dropped() > 0) {
            notes.add(Note.of("half", file.dropped()));
        }
        SmallSample errors = sample(pairs);
        Effect itt = effect(errors, pairs, Pair::outcome, scale(pairs, Pair::outcome));
        if (itt.se() == null) {
            notes.add(Note.of("same-difference"));
        } else if (itt.df() < FEW_FREEDOM) {
            notes.add(Note.of("few-freedom"));
        }
        Randomisation randomisation =
                SignFlips.of(pairs.stream().mapToDouble(Pair::outcome).toArray(), draws, seed);
        Late late = late();
        Late perDose = file.knowsDoses() ? late(Received.DOSE) : null;
        return new Answer(
                itt, randomisation, late, perDose, pairs.size(), errors.clusters(), file.dropped(), seed, notes);
    }

    private boolean isConstant() {
        double first = pairs.getFirst().offered().outcome();
        return pairs.stream()
                .allMatch(pair ->
                        pair.offered().outcome() == first && pair.other().outcome() == first);
    }

    private static SmallSample sample(List<Pair> pairs) {
        SmallSample errors = new SmallSample(pairs);
        if (errors.clusters() < 2) {
            throw Refusal.rule("evaluation.refusal.one-cluster");
        }
        return errors;
    }

    /** The mean of what differs within pairs, with how sure it is. */
    private static Effect effect(
            SmallSample errors, List<Pair> pairs, ToDoubleFunction<Pair> difference, double scale) {
        double mean = mean(pairs, difference);
        double[] residuals = pairs.stream()
                .mapToDouble(pair -> (difference.applyAsDouble(pair) - mean) / 2)
                .toArray();
        return Effect.of(mean, Math.sqrt(errors.variance(residuals)), errors.freedom(), NOTHING * scale);
    }

    private static double mean(List<Pair> pairs, ToDoubleFunction<Pair> difference) {
        return pairs.stream().mapToDouble(difference).average().orElseThrow();
    }

    private static double scale(List<Pair> pairs, ToDoubleFunction<Pair> difference) {
        return pairs.stream()
                .mapToDouble(pair -> Math.abs(difference.applyAsDouble(pair)))
                .max()
                .orElseThrow();
    }

    private @Nullable Late late() {
        if (!file.knowsWhoTookPart()) {
            notes.add(Note.of("no-took-part"));
            return null;
        }
        return late(Received.TOOK_PART);
    }

    private @Nullable Late late(Received what) {
        List<Pair> known = pairs.stream()
                .filter(pair -> !Double.isNaN(what.of.applyAsDouble(pair)))
                .toList();
        if (known.size() < pairs.size()) {
            notes.add(Note.of(what.word + "-missing", pairs.size() - known.size()));
        }
        if (known.size() < 2 || new SmallSample(known).clusters() < 2) {
            notes.add(Note.of(what.word + "-too-few"));
            return null;
        }
        return late(known, what);
    }

    private @Nullable Late late(List<Pair> known, Received what) {
        SmallSample errors = new SmallSample(known);
        Effect first = effect(errors, known, what.of, scale(known, what.of));
        if (Math.abs(first.estimate()) <= NOTHING * Math.max(1, scale(known, what.of))) {
            notes.add(Note.of("no-first-" + what.stage));
            return null;
        }
        if (first.se() != null && Math.pow(first.estimate() / first.se(), 2) < STRONG) {
            notes.add(Note.of("weak-first-" + what.stage));
        }
        double ratio = mean(known, Pair::outcome) / first.estimate();
        Effect left = effect(
                errors,
                known,
                pair -> pair.outcome() - ratio * what.of.applyAsDouble(pair),
                scale(known, Pair::outcome));
        Double se = left.se();
        Effect late = Effect.of(ratio, se == null ? 0 : se / Math.abs(first.estimate()), errors.freedom(), 0);
        return new Late(late.estimate(), late.se(), late.df(), late.lower(), late.upper(), first, known.size());
    }

    /** What an offer brings, by which its effect is counted. */
    private enum Received {
        TOOK_PART(Pair::tookPart, "took-part", "stage"),
        DOSE(Pair::dose, "doses", "dose");

        private final ToDoubleFunction<Pair> of;
        private final String word;
        private final String stage;

        Received(ToDoubleFunction<Pair> of, String word, String stage) {
            this.of = of;
            this.word = word;
            this.stage = stage;
        }
    }

    /**
     * An effect with its interval on Student's distribution.
     *
     * @param df Satterthwaite's degrees of freedom
     */
    public record Effect(
            double estimate,
            @Nullable Double se,
            double df,
            @Nullable Double lower,
            @Nullable Double upper) {

        static Effect of(double estimate, double se, double df, double least) {
            boolean varies = se > least;
            Interval interval = Interval.of(
                    estimate, varies ? se : null, new TDistribution(df).inverseCumulativeProbability(LEVEL));
            return new Effect(estimate, interval.se(), df, interval.lower(), interval.upper());
        }

        /** The same without its degrees of freedom. */
        public Interval interval() {
            return new Interval(estimate, se, lower, upper);
        }
    }

    /**
     * The effect on those who took part because they were offered; or of an hour per person that came of the offer.
     *
     * @param firstStage how much more those took part, or received, who were offered
     * @param pairs in which that is known of both halves
     */
    public record Late(
            double estimate,
            @Nullable Double se,
            double df,
            @Nullable Double lower,
            @Nullable Double upper,
            Effect firstStage,
            int pairs) {

        /** The same without its degrees of freedom. */
        public Interval interval() {
            return new Interval(estimate, se, lower, upper);
        }
    }

    /**
     * All that pairs say.
     *
     * @param late nothing where it cannot be computed; a note says why
     * @param perDose the effect by hour and person, if it is proportional to them; nothing without doses
     * @param dropped pairs with a missing half
     */
    public record Answer(
            Effect itt,
            Randomisation randomisation,
            @Nullable Late late,
            @Nullable Late perDose,
            int pairs,
            int clusters,
            int dropped,
            long seed,
            List<Note> notes) {

        public Answer {
            notes = List.copyOf(notes);
        }
    }
}
