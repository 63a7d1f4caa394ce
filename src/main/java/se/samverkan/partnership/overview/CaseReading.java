package se.samverkan.partnership.overview;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CaseMarks;
import se.samverkan.partnership.CaseMarks.Mark;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.course.CaseRights;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Phases;
import se.samverkan.partnership.course.Phases.Begun;
import se.samverkan.partnership.course.StepDone;
import se.samverkan.partnership.course.Steps;
import se.samverkan.partnership.course.Turning;
import se.samverkan.partnership.course.VersionMoving;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.QuestionForm;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Refusal;

/** Reads a case as it is today, in one transaction and few questions. */
@Component
class CaseReading {

    private final Partnerships partnerships;
    private final Course course;
    private final Phases phases;
    private final Steps steps;
    private final Turning turning;
    private final VersionMoving versions;
    private final CaseRights rights;
    private final CaseEvents events;
    private final ObjectProvider<CaseMarks> marks;

    CaseReading(
            Partnerships partnerships,
            Course course,
            Phases phases,
            Steps steps,
            Turning turning,
            VersionMoving versions,
            CaseRights rights,
            CaseEvents events,
            ObjectProvider<CaseMarks> marks) {
        this.partnerships = partnerships;
        this.course = course;
        this.phases = phases;
        this.steps = steps;
        this.turning = turning;
        this.versions = versions;
        this.rights = rights;
        this.events = events;
        this.marks = marks;
    }

    @Transactional(readOnly = true)
    public CaseNow read(long id) {
        PartnershipView view = partnerships.find(id).orElseThrow(Refusal::notSeen);
        Variant variant = phases.variant(view);
        Map<Long, Map<String, LocalDate>> begun = course.phasesBegun(id);
        List<StepDone> done = steps.done(id);
        Steps.Mine mine = steps.mine(view);
        List<UnitNow> units = view.units().stream()
                .map(unit -> unit(variant, unit, begun.getOrDefault(unit.unit(), Map.of()), done, mine))
                .toList();
        return new CaseNow(
                view,
                variant,
                turning.today(),
                units,
                events.of(view, variant, begun, done),
                marks(view, variant, begun),
                rights.decides(view),
                rights.runs(view),
                rights.runs(view) ? versions.newer(view).orElse(0) : 0);
    }

    /** What is really planned, and what the variant plans beside that. */
    private List<Mark> marks(PartnershipView view, Variant variant, Map<Long, Map<String, LocalDate>> begun) {
        List<Mark> real =
                marks.orderedStream().flatMap(each -> each.of(view).stream()).toList();
        Set<String> planned = real.stream().map(Mark::key).collect(Collectors.toSet());
        return Stream.concat(PlannedMarks.of(view, variant, begun, planned).stream(), real.stream())
                .toList();
    }

    /** A unit as it is now, for somebody who has this part in its work. */
    UnitNow unit(
            Variant variant, Participant unit, Map<String, LocalDate> begun, List<StepDone> done, Steps.Mine mine) {
        Map<String, StepDone> marked = done.stream()
                .filter(each -> each.unit() == unit.unit())
                .collect(Collectors.toMap(
                        each -> each.phase() + " " + each.step(), Function.identity(), (one, next) -> next));
        List<StepNow> now = Phases.current(variant, begun).stream()
                .flatMap(current -> current.phase().steps().stream()
                        .filter(step -> step.levels().contains(unit.level()))
                        .map(step -> step(unit, current, step, marked, mine.marked())))
                .sorted(Comparator.comparing(StepNow::due))
                .toList();
        return new UnitNow(
                unit,
                Phases.begun(variant, begun),
                Phases.next(variant, begun),
                now,
                mine.read().contains(unit.unit()) ? forms(variant, unit, begun) : List.of());
    }

    /** What is asked of a unit in the phases that it has begun, the newest phase first. */
    private static List<QuestionForm> forms(Variant variant, Participant unit, Map<String, LocalDate> begun) {
        return Phases.begun(variant, begun).reversed().stream()
                .flatMap(now -> variant.forms().stream()
                        .filter(form -> form.phase().equals(now.phase().key())
                                && form.levels().contains(unit.level())))
                .toList();
    }

    private StepNow step(Participant unit, Begun now, Phase.Step step, Map<String, StepDone> marked, Set<Long> mine) {
        Optional<StepDone> done = Optional.ofNullable(marked.get(now.phase().key() + " " + step.key()));
        boolean own = mine.contains(unit.unit());
        return new StepNow(
                unit,
                now.phase(),
                step,
                now.day().plusWeeks(step.weeks()),
                done,
                own,
                own && done.filter(steps::canUndo).isPresent());
    }
}
