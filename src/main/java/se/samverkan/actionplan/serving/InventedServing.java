package se.samverkan.actionplan.serving;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.variant.Level;
import se.samverkan.statistics.InventedStory;

/** The demonstration's head teacher has said which area of the school's plan serves the organiser's. */
@Component
@Order(50)
class InventedServing implements InventedStory {

    private final Plans plans;
    private final PlanWriting writing;
    private final Servings servings;
    private final Partnerships partnerships;

    InventedServing(Plans plans, PlanWriting writing, Servings servings, Partnerships partnerships) {
        this.plans = plans;
        this.writing = writing;
        this.servings = servings;
        this.partnerships = partnerships;
    }

    @Override
    public String step() {
        return "plan-serves-the-organiser";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        partnerships.live().forEach(this::tell);
    }

    private void tell(PartnershipView partnership) {
        Optional<PlanView> upper = plans.ofPartnership(partnership.id()).stream()
                .filter(each -> each.level() == Level.ORGANISER)
                .findFirst();
        plans.ofPartnership(partnership.id()).stream()
                .filter(each -> each.level() != Level.ORGANISER && each.writes())
                .findFirst()
                .ifPresent(own -> upper.flatMap(this::area)
                        .ifPresent(
                                above -> area(own).ifPresent(each -> servings.serve(own.id(), each.id(), above.id()))));
    }

    private Optional<PlanPart> area(PlanView plan) {
        return writing.parts(plan).of(PlanPartKind.AREA).stream().findFirst();
    }
}
