package se.samverkan.intervention.invented;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Deed.Standing;
import se.samverkan.intervention.occasion.SubPlan;
import se.samverkan.intervention.occasion.SubPlans;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's programme officer agrees to the plan that the university proposes. */
@Component
@Order(51)
class InventedCourseAgreed implements InventedStory {

    private final Partnerships partnerships;
    private final Commissions commissions;
    private final SubPlans plans;
    private final MessageSource messages;

    InventedCourseAgreed(Partnerships partnerships, Commissions commissions, SubPlans plans, MessageSource messages) {
        this.partnerships = partnerships;
        this.commissions = commissions;
        this.plans = plans;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "intervention-course-agreed";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .flatMap(each -> commissions.ofPartnership(each.id()).stream())
                .filter(each -> each.standing() == Standing.ACCEPTED)
                .forEach(this::agree);
    }

    private void agree(CommissionView commission) {
        SubPlan plan = plans.of(commission.id());
        plan.proposal()
                .filter(each -> plan.isToAnswer())
                .ifPresent(each -> plans.agree(
                        commission.id(),
                        each.id(),
                        new FreeText(new Words(messages, Words.SWEDISH).text("occasion.invented.agreed"), "")));
    }
}
