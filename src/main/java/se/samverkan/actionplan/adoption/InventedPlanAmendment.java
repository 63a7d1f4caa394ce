package se.samverkan.actionplan.adoption;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's head teacher amends the plan that holds with a sign that came later; the amendment waits for the organiser. */
@Component
@Order(60)
class InventedPlanAmendment implements InventedStory {

    private final Plans plans;
    private final Adoptions adoptions;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedPlanAmendment(Plans plans, Adoptions adoptions, Partnerships partnerships, MessageSource messages) {
        this.plans = plans;
        this.adoptions = adoptions;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "plan-amended";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : partnerships.live()) {
            plans.ofPartnership(partnership.id()).stream()
                    .filter(PlanView::adopts)
                    .forEach(this::amend);
        }
    }

    private void amend(PlanView plan) {
        List<PlanVersion> versions = adoptions.of(plan);
        if (!versions.isEmpty() && versions.getFirst().holds()) {
            adoptions.adopt(
                    plan.id(),
                    versions.getFirst().number(),
                    new FreeText(messages.getMessage("actionplan.invented.amended", null, Words.SWEDISH), ""));
        }
    }
}
