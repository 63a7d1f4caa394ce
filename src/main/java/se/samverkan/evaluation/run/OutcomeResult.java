package se.samverkan.evaluation.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.evaluation.method.GroupTime.Event;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.method.LotPicture;
import se.samverkan.evaluation.method.MaskedBounds;
import se.samverkan.evaluation.method.Note;
import se.samverkan.evaluation.method.PreTrends;
import se.samverkan.evaluation.method.Randomisation;
import se.samverkan.evaluation.method.Sensitivity;
import se.samverkan.evaluation.method.Trimming;

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
 * @param bounds what the effect can be whatever the masked figures are; nothing where none is masked
 * @param trimming the same if the offer moved masking one way only; by lot
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
        @Nullable MaskedBounds bounds,
        @Nullable Trimming trimming,
        List<Note> notes,
        @Nullable Note refused) {

    public OutcomeResult {
        years = List.copyOf(years);
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

    /** The same with its p-value corrected. */
    OutcomeResult adjusted(@Nullable Double corrected) {
        return new OutcomeResult(
                indicator, direction, before, years, offered, others, effect, p, corrected, lot, study, bounds,
                trimming, notes, refused);
    }
}
