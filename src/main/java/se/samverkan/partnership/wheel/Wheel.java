package se.samverkan.partnership.wheel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.StepDone;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;

/**
 * A yearly wheel: what is to be done in which month at which unit. A phase that has not begun is counted from where the
 * variant plans it.
 *
 * @param months the months in which something is to be done, in order
 * @param rows the units that take part, in the order of the case
 */
record Wheel(List<YearMonth> months, List<Row> rows) {

    /** A unit with its steps. */
    record Row(Participant unit, List<Spoke> spokes) {

        List<Spoke> in(YearMonth month) {
            return spokes.stream()
                    .filter(each -> YearMonth.from(each.due()).equals(month))
                    .toList();
        }
    }

    /** A step at a unit. */
    record Spoke(Phase.Step step, LocalDate due, boolean done) {}

    static Wheel of(
            PartnershipView view, Variant variant, Map<Long, Map<String, LocalDate>> begun, List<StepDone> done) {
        Set<String> marked = done.stream()
                .map(each -> each.unit() + " " + each.phase() + " " + each.step())
                .collect(Collectors.toSet());
        List<Row> rows = view.units().stream()
                .filter(unit -> unit.standing() == Standing.RUNNING || unit.standing() == Standing.COMPLETED)
                .map(unit -> row(view, variant, unit, begun.getOrDefault(unit.unit(), Map.of()), marked))
                .toList();
        List<YearMonth> months = rows.stream()
                .flatMap(row -> row.spokes().stream())
                .map(each -> YearMonth.from(each.due()))
                .distinct()
                .sorted()
                .toList();
        return new Wheel(months, rows);
    }

    private static Row row(
            PartnershipView view, Variant variant, Participant unit, Map<String, LocalDate> begun, Set<String> marked) {
        List<Spoke> spokes = new ArrayList<>();
        for (Phase phase : variant.phases()) {
            LocalDate from = begun.getOrDefault(
                    phase.key(),
                    view.firstTerm().plusTerms(variant.firstTerm(phase.key())).firstDayOfTerm());
            phase.steps().stream()
                    .filter(step -> step.levels().contains(unit.level()))
                    .map(step -> new Spoke(
                            step,
                            from.plusWeeks(step.weeks()),
                            marked.contains(unit.unit() + " " + phase.key() + " " + step.key())))
                    .forEach(spokes::add);
        }
        spokes.sort(Comparator.comparing(Spoke::due));
        return new Row(unit, spokes);
    }

    /** How many steps are done, of how many. */
    long done(YearMonth month) {
        return rows.stream()
                .flatMap(row -> row.in(month).stream())
                .filter(Spoke::done)
                .count();
    }

    long all(YearMonth month) {
        return rows.stream().mapToLong(row -> row.in(month).size()).sum();
    }
}
