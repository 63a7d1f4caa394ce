package se.samverkan.actionplan.page;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.partnership.CasePanel;
import se.samverkan.partnership.PartnershipView;

/** The plans of a case beside its page, for those who may read any. */
@Component
@Order(2)
class PlanPanel implements CasePanel {

    private final Plans plans;
    private final Rights rights;

    PlanPanel(Plans plans, Rights rights) {
        this.plans = plans;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(PartnershipView partnership) {
        List<PlanView> all = plans.ofPartnership(partnership.id());
        if (all.isEmpty() && !rights.allow(Verb.READ_ACTION_PLAN)) {
            return Optional.empty();
        }
        return Optional.of(new Panel(
                "actionplan.list.title",
                all.stream()
                        .map(each -> new Line("actionplan.level." + each.level(), page -> each.unitName(), ""))
                        .toList(),
                "actionplan.list.none",
                "actionplan.panel.more",
                "/partnerships/" + partnership.id() + "/action-plans"));
    }
}
