package se.samverkan.actionplan.content;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.PlanAreas;
import se.samverkan.programme.variant.Level;

/** Tells the rooms that meet causes which areas there are, as far as the actor reads the plans. */
@Component
class KnownPlanAreas implements PlanAreas {

    private final Plans plans;
    private final StoredPlanParts store;

    KnownPlanAreas(Plans plans, StoredPlanParts store) {
        this.plans = plans;
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Area> ofPartnership(long partnership) {
        return plans.ofPartnership(partnership).stream()
                .flatMap(plan -> {
                    PlanParts parts = store.parts(plan.id());
                    return parts.of(PlanPartKind.AREA).stream().map(area -> area(plan, parts, area));
                })
                .toList();
    }

    private static Area area(PlanView plan, PlanParts parts, PlanPart area) {
        return new Area(
                area.id(),
                plan.partnership(),
                plan.level() == Level.ORGANISER ? null : plan.unit(),
                area.title(),
                parts.below(area, PlanPartKind.CAUSE).stream()
                        .map(cause -> new Cause(cause.id(), cause.title(), cause.text(PlanField.ABOUT)))
                        .toList());
    }
}
