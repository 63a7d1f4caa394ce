package se.samverkan.partnership.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samverkan.programme.variant.Phase;

/**
 * A step that waits, told once for all the units in which it does.
 *
 * @param units the units in which it is not done, the most urgent first; at least one
 */
record StepDue(Phase phase, Phase.Step step, List<StepNow> units) {

    private record Key(String phase, String step) {}

    /** The steps that wait in some units, the most urgent first. */
    static List<StepDue> of(List<StepNow> open) {
        Map<Key, List<StepNow>> steps = new LinkedHashMap<>();
        open.stream()
                .sorted(Comparator.comparing(StepNow::due))
                .forEach(each -> steps.computeIfAbsent(
                                new Key(each.phase().key(), each.step().key()), key -> new ArrayList<>())
                        .add(each));
        return steps.values().stream()
                .map(units ->
                        new StepDue(units.getFirst().phase(), units.getFirst().step(), List.copyOf(units)))
                .toList();
    }

    /** The day of the unit in which it is most urgent. */
    LocalDate day() {
        return units.getFirst().due();
    }

    boolean isOverdue(LocalDate today) {
        return units.getFirst().isOverdue(today);
    }

    boolean isMine() {
        return units.stream().anyMatch(StepNow::mine);
    }
}
