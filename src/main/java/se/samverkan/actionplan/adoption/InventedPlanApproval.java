package se.samverkan.actionplan.adoption;

import java.util.Comparator;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's director of education adopts the school's plan for the organiser: from now on it holds. */
@Component
@Order(54)
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
        partnerships.live().stream()
                .flatMap(each -> plans.ofPartnership(each.id()).stream())
                .filter(plan -> plan.approves() && !adoptions.of(plan).isEmpty())
                .min(Comparator.comparing(PlanView::id))
                .ifPresent(plan -> adoptions.decide(
                        plan.id(),
                        adoptions.of(plan).getFirst().number(),
                        true,
                        new FreeText(messages.getMessage("actionplan.invented.approved", null, Words.SWEDISH), "")));
    }
}
