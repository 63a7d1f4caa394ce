package se.samverkan.partnership.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.partnership.CaseMarks.Mark;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Standing;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;

/**
 * A case as it is today: what its page and its loose ends are told from.
 *
 * @param units the organiser's own level first, then the others by name; those that are no longer in it too
 * @param events what happened, the newest first
 * @param marks what stands on its time line
 * @param decides whether the actor decides about its course
 * @param runs whether the actor runs it for the agency or office
 * @param newer the newer version of the variant that it could be moved to; 0 where there is none
 */
record CaseNow(
        PartnershipView view,
        Variant variant,
        LocalDate today,
        List<UnitNow> units,
        List<CaseEvent> events,
        List<Mark> marks,
        boolean decides,
        boolean runs,
        int newer) {

    boolean isRunning() {
        return view.standing() == Standing.RUNNING;
    }

    /** The steps that wait for somebody, the most urgent first; none while it does not run. */
    List<StepDue> due() {
        return isRunning()
                ? StepDue.of(units.stream()
                        .filter(UnitNow::isRunning)
                        .flatMap(unit -> unit.open().stream())
                        .toList())
                : List.of();
    }

    /** The steps of the phases that units are in that are done. */
    List<StepNow> done() {
        return units.stream()
                .flatMap(unit -> unit.steps().stream())
                .filter(step -> step.done().isPresent())
                .toList();
    }

    /** Which term of the planned ones it is, from 1; past the last one when it takes longer. */
    int termNow() {
        return Math.max(1, view.firstTerm().termsUntil(Period.termOf(today)) + 1);
    }

    boolean hasBegun() {
        return !view.firstTerm().firstDayOfTerm().isAfter(today);
    }

    /** The phase that the units have come furthest to, by the variant's order. */
    Optional<Phase> furthest() {
        return variant.phases().stream()
                .filter(phase -> units.stream()
                        .flatMap(unit -> unit.current().stream())
                        .anyMatch(now -> now.phase().equals(phase)))
                .reduce((one, next) -> next);
    }

    /** Whether the end is the next thing to think of: the last phase has begun somewhere. */
    boolean isNearTheEnd() {
        return furthest().equals(Optional.of(variant.phases().getLast()));
    }

    /** What units that run can go on to, in the variant's order. */
    List<Phase> nextPhases() {
        return variant.phases().stream()
                .filter(phase -> units.stream()
                        .anyMatch(unit -> unit.isRunning()
                                && unit.next().filter(phase::equals).isPresent()))
                .toList();
    }

    /** What somebody in a role is called in this programme. */
    String role(String role, se.samverkan.shared.page.Page page) {
        return Optional.ofNullable(variant.terms().get(role))
                .map(text -> text.in(page.locale()))
                .orElseGet(() -> page.text("role." + role));
    }
}
