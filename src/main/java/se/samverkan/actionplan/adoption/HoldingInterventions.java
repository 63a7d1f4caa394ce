package se.samverkan.actionplan.adoption;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.PlannedInterventions;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.programme.variant.Level;

/** Reads the interventions from what was decided, never from what is being written. */
@Component
class HoldingInterventions implements PlannedInterventions {

    private final Plans plans;
    private final StoredPlanVersions store;

    HoldingInterventions(Plans plans, StoredPlanVersions store) {
        this.plans = plans;
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PlannedIntervention> ofPartnership(long partnership) {
        return plans.ofPartnership(partnership).stream()
                .flatMap(plan -> store.of(plan.id()).stream()
                        .filter(PlanVersion::holds)
                        .limit(1)
                        .map(version -> version.content().plan())
                        .flatMap(parts -> parts.of(PlanPartKind.INTERVENTION).stream()
                                .map(part -> intervention(plan, parts, part))))
                .toList();
    }

    private static PlannedIntervention intervention(PlanView plan, PlanParts parts, PlanPart part) {
        return new PlannedIntervention(
                part.id(),
                plan.level() == Level.ORGANISER ? null : plan.unit(),
                plan.unitName(),
                part.number(),
                part.title(),
                parts.areaOf(part).map(PlanPart::title).orElse(""),
                parts.answered(part).map(PlanPart::title).orElse(""),
                part.text(PlanField.MONDAY),
                part.text(PlanField.PROVIDER),
                part.text(PlanField.RESPONSIBLE_ROLE),
                part.term(PlanField.FIRST),
                part.term(PlanField.LAST).or(() -> part.term(PlanField.FIRST)),
                part.says(PlanField.COST)
                        ? Optional.of(part.number(PlanField.COST).getAsDouble())
                        : Optional.empty());
    }
}
