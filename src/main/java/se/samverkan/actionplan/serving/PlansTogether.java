package se.samverkan.actionplan.serving;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samverkan.actionplan.content.Baselines;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWords;
import se.samverkan.shared.page.Words;

/**
 * The organiser's plan and the plans of its units, as far as the reader reads them.
 *
 * @param plan the plan that the reader came from
 * @param upper the organiser's plan
 * @param units the plans of units
 * @param parts what each plan says, by its id
 */
record PlansTogether(
        PlanView plan,
        Optional<PlanView> upper,
        List<PlanView> units,
        Map<Long, PlanParts> parts,
        List<Serving> servings,
        Baselines baselines) {

    private static final PlanParts NOTHING = new PlanParts(List.of());

    PlanParts parts(PlanView of) {
        return parts.getOrDefault(of.id(), NOTHING);
    }

    /** What stands beside a part of the organiser's plan, unit by unit. */
    List<PlanPair> beside(PlanPart part) {
        return servings.stream()
                .filter(serving -> serving.upper() == part.id())
                .flatMap(serving -> units.stream()
                        .filter(unit -> unit.id() == serving.plan())
                        .flatMap(unit -> parts(unit).find(serving.part()).stream()
                                .map(own -> new PlanPair(serving.id(), unit, own, part))))
                .toList();
    }

    /** The units that nobody says serve an area: neither it nor any of its goals. */
    List<PlanView> without(PlanPart area) {
        List<PlanPart> goals =
                upper.map(each -> parts(each).below(area, PlanPartKind.GOAL)).orElse(List.of());
        return units.stream()
                .filter(unit ->
                        beside(area).stream().noneMatch(pair -> pair.plan().equals(unit))
                                && goals.stream()
                                        .flatMap(goal -> beside(goal).stream())
                                        .noneMatch(pair -> pair.plan().equals(unit)))
                .toList();
    }

    /** The areas of a unit's plan that serve nothing, nor does any of their goals. */
    List<PlanPart> loose(PlanView unit) {
        PlanParts all = parts(unit);
        return all.of(PlanPartKind.AREA).stream()
                .filter(area -> servings.stream()
                        .filter(serving -> serving.plan() == unit.id())
                        .noneMatch(serving -> all.find(serving.part())
                                .flatMap(all::areaOf)
                                .filter(area::equals)
                                .isPresent()))
                .toList();
    }

    /** Whether the reader links the parts of the plan that the page is of. */
    boolean links() {
        return plan.writes() && upper.filter(each -> !each.equals(plan)).isPresent();
    }

    PlanWords words(PlanView of, Words words) {
        return new PlanWords(words, parts(of), Map.of(), baselines::indicator);
    }
}
