package se.samverkan.partnership.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.Phases.Begun;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.QuestionForm;

/**
 * Where a unit of a case is.
 *
 * @param begun the phases that it has begun, in order
 * @param next what it can go on to; empty after the last phase
 * @param steps the steps of the phase that it is in
 * @param forms what the programme asks of it in the phases it has begun, where the actor reads what it answers
 */
record UnitNow(
        Participant unit, List<Begun> begun, Optional<Phase> next, List<StepNow> steps, List<QuestionForm> forms) {

    Optional<Begun> current() {
        return begun.isEmpty() ? Optional.empty() : Optional.of(begun.getLast());
    }

    boolean isRunning() {
        return unit.standing() == Standing.RUNNING;
    }

    List<StepNow> open() {
        return steps.stream().filter(step -> step.done().isEmpty()).toList();
    }

    long doneSteps() {
        return steps.size() - open().size();
    }

    /** The last day that its phase is planned to take; empty while it is in none. */
    Optional<LocalDate> plannedEnd() {
        return current().map(now -> now.day().plusMonths(6L * now.phase().terms()));
    }
}
