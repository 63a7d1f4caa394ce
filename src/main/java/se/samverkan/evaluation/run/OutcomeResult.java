package se.samverkan.evaluation.run;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samverkan.evaluation.method.Discontinuity.Picture;
import se.samverkan.evaluation.method.DoseLine;
import se.samverkan.evaluation.method.GroupTime.Event;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.method.LotPicture;
import se.samverkan.evaluation.method.MaskedBounds;
import se.samverkan.evaluation.method.Note;
import se.samverkan.evaluation.method.PreTrends;
import se.samverkan.evaluation.method.Randomisation;
import se.samverkan.evaluation.method.Sensitivity;
import se.samverkan.evaluation.method.Trimming;
import se.samverkan.shared.Refusal;

/**
 * What came of one outcome of a run, as it is kept.
 *
 * @param indicator its code
 * @param direction where it was expected to go: UP, DOWN or EITHER
 * @param before the period that changes are counted from; empty where units began in different years, each counted from its own
 * @param years the followed periods that are published
 * @param offered how many units that were offered support are in the effect
 * @param others how many they are compared with
 * @param effect with its 95 per cent interval; nothing where it was refused
 * @param p the probability of so great an effect by chance alone; nothing where chance cannot be judged
 * @param adjusted the same when all outcomes of the run are thought of (Holm)
 * @param lot what the lot says, where one was drawn
 * @param study how the groups moved, where they are followed over time
 * @param edge what the threshold says, where one decided
 * @param bounds what the effect can be whatever the masked figures are; nothing where none is masked
 * @param trimming the same if the offer moved masking one way only; by lot
 * @param splits the subgroups that the plan names; none where it names none or the run is beside it
 * @param dose how the outcome goes together with how much support units received; nothing where that is not asked
 * @param notes what a reader must know
 * @param refused why there is no effect
 */
public record OutcomeResult(
        String indicator,
        String direction,
        String before,
        List<String> years,
        int offered,
        int others,
        @Nullable Interval effect,
        @Nullable Double p,
        @Nullable Double adjusted,
        @Nullable Lot lot,
        @Nullable Study study,
        @Nullable Edge edge,
        @Nullable MaskedBounds bounds,
        @Nullable Trimming trimming,
        List<Split> splits,
        @Nullable Dose dose,
        List<Note> notes,
        @Nullable Note refused) {

    public OutcomeResult {
        years = List.copyOf(years);
        splits = Objects.requireNonNullElse(splits, List.of()); // runs that were kept before there were any
        notes = List.copyOf(notes);
    }

    /**
     * What a lot says.
     *
     * @param df degrees of freedom of the effect's interval
     * @param picture the effects that the lot could have made by itself
     * @param late the effect on those who took part because they were offered
     * @param tookPart how much more those took part who were offered
     */
    public record Lot(
            double df,
            Randomisation randomisation,
            LotPicture picture,
            @Nullable Interval late,
            @Nullable Double tookPart) {}

    /**
     * How groups moved.
     *
     * @param events by period from the start; before it there should be nothing
     * @param critical how many standard errors the bands of the events reach
     */
    public record Study(
            List<Event> events,
            double critical,
            @Nullable PreTrends preTrends,
            @Nullable Sensitivity sensitivity) {

        public Study {
            events = List.copyOf(events);
        }
    }

    /**
     * What a threshold says.
     *
     * @param cutoff the needs index that decided
     * @param linear the effect by lines alone, before their bend is taken away
     * @param bandwidth how far from it units count
     * @param below how many of those lie under it, near it
     * @param above and how many over it
     * @param gathered the probability of so uneven halves by chance
     * @param picture what can be drawn
     * @param earlier the jump in the year before the support, where there should be none; nothing where it cannot be told
     */
    public record Edge(
            double cutoff,
            double linear,
            double bandwidth,
            int below,
            int above,
            double gathered,
            Picture picture,
            @Nullable Interval earlier) {}

    /** The effect in one subgroup. */
    public record Part(Interval effect, int offered, int others) {}

    /**
     * A division of the units in two subgroups.
     *
     * @param by what divides them
     * @param from the value from which a unit is in the upper one; nothing where a kind divides
     * @param difference the effect in the upper one less that in the lower
     * @param p the probability of so great a difference by chance alone
     * @param adjusted the same when all that the run asks is thought of (Holm)
     * @param refused why none is told
     */
    public record Split(
            String by,
            @Nullable Double from,
            @Nullable Part upper,
            @Nullable Part lower,
            @Nullable Interval difference,
            @Nullable Double p,
            @Nullable Double adjusted,
            @Nullable Note refused) {}

    /**
     * An outcome set against the dose.
     *
     * @param line through those that were offered support
     * @param perHour by lot: the effect of an hour per person, if it is proportional; nothing where no lot was drawn
     * @param adjusted the line's p when all that the run asks is thought of (Holm)
     * @param refused why none is told
     */
    public record Dose(
            DoseLine.@Nullable Answer line,
            @Nullable Interval perHour,
            List<Note> notes,
            @Nullable Double adjusted,
            @Nullable Note refused) {

        public Dose {
            notes = List.copyOf(notes);
        }
    }

    /** Why something was refused, where that can be told; else the refusal is thrown on. */
    static Note why(Refusal refusal) {
        return switch (refusal.kind()) {
            case RULE, MALFORMED -> new Note(refusal.reason(), List.of(refusal.details()));
            case NOT_SEEN, NOT_ALLOWED, STALE, VERSION_MISSING -> throw refusal;
        };
    }

    /** The probabilities of all that is asked here: the effect, then the subgroups, then the dose. */
    List<Double> chances() {
        return Stream.of(
                        Stream.ofNullable(p),
                        splits.stream().map(Split::p).filter(Objects::nonNull),
                        Stream.ofNullable(dose == null || dose.line == null ? null : dose.line.p()))
                .flatMap(each -> each)
                .toList();
    }

    /** How much is asked here of which chance can be judged. */
    public int asked() {
        return chances().size();
    }

    /** The same with each of its probabilities corrected, in their order. */
    OutcomeResult adjusted(Iterator<Double> corrected) {
        Double own = p == null ? null : corrected.next();
        List<Split> corrections = splits.stream()
                .map(each -> each.p == null
                        ? each
                        : new Split(
                                each.by,
                                each.from,
                                each.upper,
                                each.lower,
                                each.difference,
                                each.p,
                                corrected.next(),
                                each.refused))
                .toList();
        Dose received = dose == null || dose.line == null
                ? dose
                : new Dose(dose.line, dose.perHour, dose.notes, corrected.next(), dose.refused);
        return new OutcomeResult(
                indicator,
                direction,
                before,
                years,
                offered,
                others,
                effect,
                p,
                own,
                lot,
                study,
                edge,
                bounds,
                trimming,
                corrections,
                received,
                notes,
                refused);
    }
}
