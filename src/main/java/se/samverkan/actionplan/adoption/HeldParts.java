package se.samverkan.actionplan.adoption;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.samverkan.actionplan.HoldingPlans.HeldArea;
import se.samverkan.actionplan.HoldingPlans.HeldGoal;
import se.samverkan.actionplan.HoldingPlans.HeldIntervention;
import se.samverkan.actionplan.HoldingPlans.HeldSign;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;

/** What was decided of a plan, part by part, as other rooms read it. */
final class HeldParts {

    private final PlanParts parts;

    HeldParts(PlanParts parts) {
        this.parts = parts;
    }

    List<HeldArea> areas() {
        return parts.of(PlanPartKind.AREA).stream().map(this::area).toList();
    }

    private HeldArea area(PlanPart area) {
        return new HeldArea(
                area.id(),
                area.number(),
                area.title(),
                area.text(PlanField.PROBLEM),
                area.text(PlanField.EFFECT),
                parts.below(area, PlanPartKind.CAUSE).stream()
                        .map(PlanPart::title)
                        .toList(),
                parts.below(area, PlanPartKind.GOAL).stream().map(this::goal).toList(),
                parts.below(area, PlanPartKind.INTERVENTION).stream()
                        .map(this::intervention)
                        .toList());
    }

    private HeldGoal goal(PlanPart goal) {
        return new HeldGoal(
                goal.id(),
                goal.title(),
                goal.text(PlanField.INDICATOR),
                goal.text(PlanField.SCALE),
                goal.text(PlanField.BETTER),
                goal.number(PlanField.BASELINE),
                goal.term(PlanField.BASELINE_PERIOD),
                goal.says(PlanField.BASELINE_IMPORT)
                        ? OptionalInt.of(Integer.parseInt(goal.text(PlanField.BASELINE_IMPORT)))
                        : OptionalInt.empty(),
                goal.number(PlanField.TARGET),
                Optional.of(goal.text(PlanField.BY))
                        .filter(text -> !text.isEmpty())
                        .map(LocalDate::parse),
                parts.below(goal, PlanPartKind.SIGN).stream()
                        .map(HeldParts::sign)
                        .toList());
    }

    private static HeldSign sign(PlanPart sign) {
        return new HeldSign(
                sign.id(),
                sign.title(),
                sign.text(PlanField.WHOSE),
                sign.text(PlanField.SEEN_BY),
                sign.text(PlanField.WHERE),
                sign.text(PlanField.HOW),
                sign.term(PlanField.TERM));
    }

    private HeldIntervention intervention(PlanPart part) {
        return new HeldIntervention(
                part.id(),
                part.number(),
                part.title(),
                parts.answered(part).map(PlanPart::title).orElse(""),
                part.text(PlanField.MONDAY),
                part.reference(PlanField.RESPONSIBLE),
                part.term(PlanField.FIRST),
                part.term(PlanField.LAST).or(() -> part.term(PlanField.FIRST)),
                part.number(PlanField.HOURS));
    }
}
