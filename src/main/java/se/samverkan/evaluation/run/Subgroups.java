package se.samverkan.evaluation.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import se.samverkan.evaluation.method.Control;
import se.samverkan.evaluation.method.Discontinuity;
import se.samverkan.evaluation.method.GroupTime;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.method.PairedLot;
import se.samverkan.evaluation.run.OutcomeResult.Part;
import se.samverkan.evaluation.run.OutcomeResult.Split;
import se.samverkan.selection.EvaluableRounds.Subgroup;
import se.samverkan.shared.Refusal;

/**
 * The effect in each subgroup (delgrupp) that the plan names, and how far the two lie from each other. Only that difference says whether
 * support helps one more than the other: that one interval holds 0 and the other does not says nothing. Formulas:
 * docs/methods/subgroups.md.
 */
final class Subgroups {

    private static final double LEVEL = 0.975;
    private static final int FEW_DRAWS = 1;

    private final RunView run;
    private final RoundData data;
    private final Followed followed;
    private final int offered;

    /** @param offered how many of those offered support are in the whole effect */
    Subgroups(RunView run, RoundData data, Followed followed, int offered) {
        this.run = run;
        this.data = data;
        this.followed = followed;
        this.offered = offered;
    }

    List<Split> splits() {
        return data.subgroups().stream().map(this::split).toList();
    }

    private Split split(Subgroup division) {
        Double from = division.from().map(Number::doubleValue).orElse(null);
        try {
            Told upper = told(division.upper());
            Told lower = told(division.lower());
            requireNobodyLeft(upper, lower);
            double difference = upper.effect.estimate() - lower.effect.estimate();
            double se = Math.hypot(upper.error(), lower.error());
            RealDistribution law = law(upper, lower);
            double reach = law.inverseCumulativeProbability(LEVEL) * se;
            return new Split(
                    division.by(),
                    from,
                    upper.part(),
                    lower.part(),
                    new Interval(difference, se, difference - reach, difference + reach),
                    2 * law.cumulativeProbability(-Math.abs(difference) / se),
                    null,
                    null);
        } catch (Refusal refusal) {
            return new Split(division.by(), from, null, null, null, null, null, OutcomeResult.why(refusal));
        }
    }

    /** A few that are in neither could be read out of the whole effect and the two of the parts. */
    private void requireNobodyLeft(Told upper, Told lower) {
        int left = offered - upper.offered - lower.offered;
        if (run.design() != Design.THRESHOLD && left > 0 && left < Computing.FEWEST) {
            throw Refusal.rule("evaluation.refusal.subgroup-left", left);
        }
    }

    /** Welch's: each variance has degrees of freedom of its own. */
    private static RealDistribution law(Told upper, Told lower) {
        if (upper.df.isEmpty() || lower.df.isEmpty()) {
            return new NormalDistribution();
        }
        double one = Math.pow(upper.error(), 2);
        double other = Math.pow(lower.error(), 2);
        return new TDistribution(Math.pow(one + other, 2)
                / (one * one / upper.df.getAsDouble() + other * other / lower.df.getAsDouble()));
    }

    /** An effect in one subgroup; without degrees of freedom its error is taken as known. */
    private record Told(Interval effect, OptionalDouble df, int offered, int others) {

        Part part() {
            return new Part(effect, offered, others);
        }

        double error() {
            return Optional.ofNullable(effect.se())
                    .orElseThrow(() -> Refusal.rule("evaluation.refusal.subgroup-still"));
        }
    }

    private Told told(Set<Long> units) {
        RoundData part = data.among(units);
        Told told = effect(part, new RoundFiles(part));
        if (Math.min(told.offered, told.others) < Computing.FEWEST) {
            throw Refusal.rule("evaluation.refusal.few-subgroup", Computing.FEWEST);
        }
        return told;
    }

    private Told effect(RoundData part, RoundFiles files) {
        if (part.count(true) < Computing.FEWEST || part.count(false) < Computing.FEWEST) {
            throw Refusal.rule("evaluation.refusal.few-subgroup", Computing.FEWEST);
        }
        return switch (run.design()) {
            case PAIRS -> {
                PairedLot.Answer answer =
                        PairedLot.of(bytes(files.pairs(followed, Optional.empty())), FEW_DRAWS, run.seed());
                yield new Told(
                        answer.itt().interval(), OptionalDouble.of(answer.itt().df()), answer.pairs(), answer.pairs());
            }
            case THRESHOLD -> {
                Discontinuity.Answer answer =
                        Discontinuity.of(bytes(files.threshold(followed, false)), 0, OptionalDouble.empty());
                yield new Told(answer.effect(), OptionalDouble.empty(), answer.above(), answer.below());
            }
            case MATCHED, CANDIDATES, COHORT, PROGRAMME -> {
                GroupTime.Answer answer = GroupTime.of(bytes(files.panel(followed)), Control.NEVER, 0, run.seed());
                yield new Told(
                        answer.overall().simple(),
                        OptionalDouble.empty(),
                        answer.counts().treated(),
                        answer.counts().never());
            }
        };
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
