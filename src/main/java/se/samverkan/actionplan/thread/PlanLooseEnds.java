package se.samverkan.actionplan.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samverkan.actionplan.content.Colleague;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.thread.PlanLooseEnd.Rule;
import se.samverkan.shared.Period;

/** Finds what is loose in a plan: every break in the thread from cause to sign, and what no staff can carry. */
@Component
public class PlanLooseEnds {

    /** From how many interventions on it is too much for one person to have them all. */
    private static final int MANY = 3;

    /** What is loose, in the order of the plan. */
    public List<PlanLooseEnd> of(PlanView plan, PlanParts parts, List<Colleague> colleagues, List<Period> terms) {
        List<PlanLooseEnd> ends = new ArrayList<>();
        parts.of(PlanPartKind.AREA).forEach(area -> area(plan, parts, area, ends));
        List<PlanPart> interventions = parts.of(PlanPartKind.INTERVENTION);
        interventions.forEach(each -> intervention(plan, parts, each, colleagues, ends));
        allOnOne(plan, interventions, colleagues, ends);
        Workload.hours(parts, terms).forEach((term, hours) -> {
            if (plan.staffHours().isPresent() && hours > plan.staffHours().getAsInt()) {
                ends.add(new PlanLooseEnd(
                        Rule.TOO_MANY_HOURS,
                        0,
                        List.of(term, Math.round(hours), plan.staffHours().getAsInt()),
                        plan.address() + "/terms"));
            }
        });
        parts.of(PlanPartKind.OTHER_WORK).forEach(other -> collision(plan, terms, interventions, other, ends));
        return ends;
    }

    private static void area(PlanView plan, PlanParts parts, PlanPart area, List<PlanLooseEnd> ends) {
        List<PlanPart> goals = parts.below(area, PlanPartKind.GOAL);
        if (goals.isEmpty()) {
            ends.add(at(plan, Rule.AREA_WITHOUT_GOAL, area));
        }
        goals.stream()
                .filter(goal -> parts.below(goal, PlanPartKind.SIGN).isEmpty())
                .forEach(goal -> ends.add(at(plan, Rule.GOAL_WITHOUT_SIGN, goal)));
        parts.below(area, PlanPartKind.CAUSE).stream()
                .filter(cause -> parts.below(area, PlanPartKind.INTERVENTION).stream()
                        .noneMatch(each ->
                                parts.answered(each).filter(cause::equals).isPresent()))
                .forEach(cause -> ends.add(at(plan, Rule.CAUSE_WITHOUT_INTERVENTION, cause)));
        if (parts.below(area, PlanPartKind.FOLLOW_UP).isEmpty()) {
            ends.add(at(plan, Rule.AREA_WITHOUT_FOLLOW_UP, area));
        }
    }

    private static void intervention(
            PlanView plan,
            PlanParts parts,
            PlanPart intervention,
            List<Colleague> colleagues,
            List<PlanLooseEnd> ends) {
        if (parts.answered(intervention).isEmpty()) {
            ends.add(at(plan, Rule.INTERVENTION_WITHOUT_CAUSE, intervention));
        }
        if (!intervention.says(PlanField.MONDAY)) {
            ends.add(at(plan, Rule.INTERVENTION_WITHOUT_MONDAY, intervention));
        }
        if (!intervention.says(PlanField.RESPONSIBLE)) {
            ends.add(at(plan, Rule.NOBODY_RESPONSIBLE, intervention));
        } else if (named(intervention, colleagues).isEmpty()) {
            ends.add(at(plan, Rule.RESPONSIBLE_LEFT, intervention));
        }
        Optional<PlanPart> before = parts.referred(intervention, PlanField.AFTER);
        Optional<Period> first = intervention.term(PlanField.FIRST);
        if (first.isPresent()
                && before.flatMap(each -> each.term(PlanField.LAST).or(() -> each.term(PlanField.FIRST)))
                        .filter(last -> last.compareTo(first.get()) >= 0)
                        .isPresent()) {
            ends.add(new PlanLooseEnd(
                    Rule.BEFORE_WHAT_COMES_FIRST,
                    intervention.id(),
                    List.of(intervention.title(), before.orElseThrow().title()),
                    path(plan, intervention)));
        }
    }

    private static void allOnOne(
            PlanView plan, List<PlanPart> interventions, List<Colleague> colleagues, List<PlanLooseEnd> ends) {
        if (interventions.size() < MANY) {
            return;
        }
        Map<String, Long> shares = interventions.stream()
                .collect(Collectors.groupingBy(each -> each.text(PlanField.RESPONSIBLE), Collectors.counting()));
        if (shares.size() == 1) {
            named(interventions.getFirst(), colleagues)
                    .ifPresent(who -> ends.add(new PlanLooseEnd(
                            Rule.ALL_ON_ONE, 0, List.of(who.name(), interventions.size()), plan.address() + "/terms")));
        }
    }

    private static void collision(
            PlanView plan, List<Period> terms, List<PlanPart> interventions, PlanPart other, List<PlanLooseEnd> ends) {
        List<Period> same = terms.stream()
                .filter(other::goesOnIn)
                .filter(term -> interventions.stream().anyMatch(each -> each.goesOnIn(term)))
                .toList();
        if (!same.isEmpty()) {
            ends.add(new PlanLooseEnd(
                    Rule.COLLISION, other.id(), List.of(other.title(), same), plan.address() + "/terms"));
        }
    }

    private static Optional<Colleague> named(PlanPart intervention, List<Colleague> colleagues) {
        return colleagues.stream()
                .filter(each -> intervention.text(PlanField.RESPONSIBLE).equals(Long.toString(each.id())))
                .findFirst();
    }

    private static PlanLooseEnd at(PlanView plan, Rule rule, PlanPart part) {
        return new PlanLooseEnd(rule, part.id(), List.of(part.title()), path(plan, part));
    }

    private static String path(PlanView plan, PlanPart part) {
        return plan.address() + "/parts/" + part.id();
    }
}
