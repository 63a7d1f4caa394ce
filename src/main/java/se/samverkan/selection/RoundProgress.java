package se.samverkan.selection;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.Assessment.Opinion;
import se.samverkan.selection.StoredNotes.Kept;

/** Where the work on a round's material stands, in numbers that its reader may know. */
@Component
class RoundProgress {

    private final Exclusions exclusions;
    private final InspectorateNotes notes;
    private final Assessments assessments;

    RoundProgress(Exclusions exclusions, InspectorateNotes notes, Assessments assessments) {
        this.exclusions = exclusions;
        this.notes = notes;
        this.assessments = assessments;
    }

    /**
     * The numbers.
     *
     * @param excluded units that are excluded
     * @param notes pieces of the Inspectorate's material
     * @param notedUnits units that they are about
     * @param begun units whose assessment the reader has begun and not finished
     * @param done units whose assessment the reader has finished
     * @param byTwo units that two have finished
     * @param joint units with a joint line
     */
    record Numbers(int excluded, int notes, int notedUnits, int begun, int done, int byTwo, int joint) {}

    @Transactional(readOnly = true)
    public Numbers of(long round) {
        List<Kept> standing = notes.all(round).stream()
                .filter(note -> note.trace().isStanding())
                .toList();
        Collection<Assessment> all = assessments.all(round).values();
        return new Numbers(
                exclusions.standing(round).size(),
                standing.size(),
                (int) standing.stream().map(Kept::unit).distinct().count(),
                count(all, each -> each.own().map(own -> !own.isDone()).orElse(false)),
                count(all, each -> each.own().map(Opinion::isDone).orElse(false)),
                count(all, Assessment::isUnsealed),
                count(all, each -> each.joint().isPresent()));
    }

    private static int count(Collection<Assessment> all, Predicate<Assessment> what) {
        return (int) all.stream().filter(what).count();
    }
}
