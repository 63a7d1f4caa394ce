package se.samverkan.actionplan.adoption;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.InventedStory;

/** The demonstration's education director decides that the plan holds, so that it can be followed up. */
@Component
@Order(59)
class InventedPlanApproval implements InventedStory {

    private final Plans plans;
    private final Adoptions adoptions;
    private final Partnerships partnerships;

    InventedPlanApproval(Plans plans, Adoptions adoptions, Partnerships partnerships) {
        this.plans = plans;
        this.adoptions = adoptions;
        this.partnerships = partnerships;
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
        adoptions.of(plan).stream()
                .filter(PlanVersion::waits)
                .forEach(version -> adoptions.decide(plan.id(), version.number(), true, FreeText.NONE));
    }
}
