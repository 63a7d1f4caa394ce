package se.samverkan.partnership.handover;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.KnownVariants;
import se.samverkan.partnership.course.Phases;
import se.samverkan.partnership.course.Phases.Begun;
import se.samverkan.partnership.course.StepDone;
import se.samverkan.partnership.course.Steps;
import se.samverkan.programme.variant.Phase.Step;
import se.samverkan.programme.variant.Variant;

/**
 * What is due: the steps of the phase that each unit is in and that nobody has marked done, by the day that the programme
 * plans for them. A unit that has begun none is told the first phase from its planned term.
 */
@Component
@Order(2)
class Due implements PackPart {

    private final Course course;
    private final Steps steps;
    private final KnownVariants variants;

    Due(Course course, Steps steps, KnownVariants variants) {
        this.course = course;
        this.steps = steps;
        this.variants = variants;
    }

    @Override
    public String key() {
        return "partnership.handover.due";
    }

    @Override
    public List<Pack.Line> lines(PartnershipView partnership) {
        Optional<Variant> variant = variants.read(partnership.variant(), partnership.variantVersion());
        List<StepDone> done = steps.done(partnership.id());
        Map<Long, Map<String, LocalDate>> begun = course.phasesBegun(partnership.id());
        return variant.stream()
                .flatMap(known -> partnership.units().stream()
                        .filter(unit -> unit.standing().isLive())
                        .flatMap(unit -> current(known, begun.getOrDefault(unit.unit(), Map.of()), partnership).stream()
                                .flatMap(phase -> waiting(phase, unit, done))))
                .sorted(Comparator.comparing(Pack.Line::day))
                .toList();
    }

    /** The phase that a unit is in, or the first one as it is planned. */
    private static Optional<Begun> current(Variant variant, Map<String, LocalDate> begun, PartnershipView partnership) {
        return Phases.current(variant, begun)
                .or(() -> variant.phases().stream()
                        .findFirst()
                        .map(phase -> new Begun(phase, partnership.firstTerm().firstDayOfTerm())));
    }

    private static Stream<Pack.Line> waiting(Begun begun, Participant unit, List<StepDone> done) {
        return begun.phase().steps().stream()
                .filter(step -> step.levels().contains(unit.level()))
                .filter(step -> done.stream()
                        .noneMatch(each -> each.unit() == unit.unit()
                                && each.phase().equals(begun.phase().key())
                                && each.step().equals(step.key())))
                .map(step -> line(begun, step, unit));
    }

    private static Pack.Line line(Begun begun, Step step, Participant unit) {
        return new Pack.Line(begun.day().plusWeeks(step.weeks()).toString(), "", step.name(), unit.name());
    }
}
