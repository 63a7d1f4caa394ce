package se.samverkan.partnership.overview;

import java.time.LocalDate;
import java.util.Optional;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.course.StepDone;
import se.samverkan.programme.variant.Phase;

/**
 * A step of the phase that a unit is in.
 *
 * @param due the day when the phase began plus the weeks that the variant gives it
 * @param done who has marked it done, if somebody has
 * @param mine whether the actor marks it
 * @param undoable whether the actor can take the mark back
 */
record StepNow(
        Participant unit,
        Phase phase,
        Phase.Step step,
        LocalDate due,
        Optional<StepDone> done,
        boolean mine,
        boolean undoable) {

    boolean isOverdue(LocalDate today) {
        return done.isEmpty() && due.isBefore(today);
    }
}
