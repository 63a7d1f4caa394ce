package se.samverkan.partnership.overview;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.CaseSignals;
import se.samverkan.partnership.CaseSignals.Signal;
import se.samverkan.partnership.Standing;

/**
 * What is loose in a case, as small rules that each have a sentence: a unit that has begun no phase though its first term
 * has come, a phase that takes longer than planned, steps whose day has passed, an answer that everybody waits for, a pause
 * of a year. Other parts add theirs.
 */
@Component
class LooseEnds {

    private static final String RULE = "partnership.case.loose.";
    private static final int LONG_PAUSE_MONTHS = 12;
    private static final int FEW = 2;

    private final ObjectProvider<CaseSignals> others;

    LooseEnds(ObjectProvider<CaseSignals> others) {
        this.others = others;
    }

    List<Signal> of(CaseNow now) {
        if (!now.view().standing().isLive()) {
            return List.of();
        }
        return Stream.of(
                        ofCourse(now).stream(),
                        pausedLong(now),
                        others.orderedStream().flatMap(each -> each.of(now.view()).stream()))
                .flatMap(each -> each)
                .toList();
    }

    /** What the phases and steps of a case show by themselves. */
    List<Signal> ofCourse(CaseNow now) {
        return Stream.of(
                        gathered("no-phase", noPhase(now)),
                        gathered("longer", longerThanPlanned(now)),
                        gathered("overdue", overdue(now)),
                        gathered("not-answered", notAnswered(now)))
                .flatMap(each -> each)
                .toList();
    }

    /** What is loose in several units is told once, with their names. */
    private static Stream<Signal> gathered(String rule, Stream<Signal> units) {
        List<Signal> all = units.toList();
        String names =
                all.stream().map(each -> each.details().getFirst().toString()).collect(Collectors.joining(", "));
        return all.size() <= FEW ? all.stream() : Stream.of(signal(rule + ".several", all.size(), names));
    }

    private static Stream<Signal> noPhase(CaseNow now) {
        return running(now)
                .filter(unit -> unit.begun().isEmpty() && now.hasBegun())
                .map(unit -> signal("no-phase", unit.unit().name()));
    }

    private static Stream<Signal> longerThanPlanned(CaseNow now) {
        return running(now)
                .filter(unit -> unit.next().isPresent()
                        && unit.plannedEnd()
                                .filter(end -> end.isBefore(now.today()))
                                .isPresent())
                .map(unit -> signal(
                        "longer",
                        unit.unit().name(),
                        unit.current().orElseThrow().phase().name(),
                        unit.plannedEnd().orElseThrow()));
    }

    private static Stream<Signal> overdue(CaseNow now) {
        return running(now).flatMap(unit -> {
            long late = unit.steps().stream()
                    .filter(step -> step.isOverdue(now.today()))
                    .count();
            return late == 0
                    ? Stream.of()
                    : Stream.of(signal("overdue", unit.unit().name(), late));
        });
    }

    private static Stream<Signal> notAnswered(CaseNow now) {
        return now.view().standing() != Standing.RUNNING
                ? Stream.of()
                : now.units().stream()
                        .filter(unit -> unit.unit().standing() == Standing.OFFERED)
                        .map(unit -> signal("not-answered", unit.unit().name()));
    }

    private static Stream<Signal> pausedLong(CaseNow now) {
        return now.view().standing() != Standing.PAUSED
                ? Stream.of()
                : now.events().stream()
                        .filter(event -> event.key().equals("partnership.decision.PAUSED"))
                        .limit(1)
                        .filter(event ->
                                event.day().plusMonths(LONG_PAUSE_MONTHS).isBefore(now.today()))
                        .map(event -> signal("long-pause", event.day()));
    }

    private static Stream<UnitNow> running(CaseNow now) {
        return now.isRunning() ? now.units().stream().filter(UnitNow::isRunning) : Stream.of();
    }

    private static Signal signal(String rule, Object... details) {
        return new Signal(RULE + rule, List.of(details), "");
    }
}
