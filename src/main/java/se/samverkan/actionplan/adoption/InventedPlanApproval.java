package se.samverkan.actionplan.adoption;

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

/** The demonstration's education director decides that the plan holds, so that it can be followed up. */
@Component
@Order(59)
class InventedPlanApproval implements InventedStory {

    private final Plans plans;
    private final Adoptions adoptions;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedPlanApproval(Plans plans, Adoptions adoptions, Partnerships partnerships, MessageSource messages) {
        this.plans = plans;
        this.adoptions = adoptions;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "plan-approved";
    }

    @Override
    public Role teller() {
        return Role.EDUCATION_DIRECTOR;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : partnerships.live()) {
            plans.ofPartnership(partnership.id()).stream()
                    .filter(PlanView::approves)
                    .forEach(this::approve);
        }
    }

    private void approve(PlanView plan) {
        FreeText words = new FreeText(messages.getMessage("actionplan.invented.approved", null, Words.SWEDISH), "");
        adoptions.of(plan).stream()
                .filter(PlanVersion::waits)
                .forEach(version -> adoptions.decide(plan.id(), version.number(), true, words));
    }
}
