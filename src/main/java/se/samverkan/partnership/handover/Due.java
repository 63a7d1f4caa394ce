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
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Phase.Step;
import se.samverkan.programme.variant.Variant;

/**
 * What is due: the steps of the phase that each unit is in, by the day that the programme plans for them. A unit that has
 * begun none is told the first phase from its planned term.
 */
@Component
@Order(2)
class Due implements PackPart {

    private final Course course;
    private final Variants variants;

    Due(Course course, Variants variants) {
        this.course = course;
        this.variants = variants;
    }

    private record Begun(Phase phase, LocalDate day) {}

    @Override
    public String key() {
        return "partnership.handover.due";
    }

    @Override
    public List<Pack.Line> lines(PartnershipView partnership) {
        Optional<Variant> variant = variants.read(partnership.variant(), partnership.variantVersion());
        Map<Long, Map<String, LocalDate>> begun = course.phasesBegun(partnership.id());
        return variant.stream()
                .flatMap(known -> partnership.units().stream()
                        .filter(unit -> unit.standing().isLive())
                        .flatMap(unit -> current(known, begun.getOrDefault(unit.unit(), Map.of()), partnership).stream()
                                .flatMap(phase -> steps(phase, unit))))
                .sorted(Comparator.comparing(Pack.Line::day))
                .toList();
    }

    private static Optional<Begun> current(Variant variant, Map<String, LocalDate> begun, PartnershipView partnership) {
        Optional<Begun> last = variant.phases().stream()
                .filter(phase -> begun.containsKey(phase.key()))
                .reduce((one, next) -> next)
                .map(phase -> new Begun(phase, begun.getOrDefault(phase.key(), LocalDate.MIN)));
        return last.or(() -> variant.phases().stream()
                .findFirst()
                .map(phase -> new Begun(phase, partnership.firstTerm().firstDayOfTerm())));
    }

    private static Stream<Pack.Line> steps(Begun begun, Participant unit) {
        return begun.phase().steps().stream()
                .filter(step -> step.levels().contains(unit.level()))
                .map(step -> line(begun, step, unit));
    }

    private static Pack.Line line(Begun begun, Step step, Participant unit) {
        return new Pack.Line(begun.day().plusWeeks(step.weeks()).toString(), "", step.name(), unit.name());
    }
}
