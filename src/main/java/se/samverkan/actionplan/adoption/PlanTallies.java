package se.samverkan.actionplan.adoption;

import org.springframework.stereotype.Component;
import se.samverkan.partnership.TallySource;

/** Goals, signs and interventions of plans that hold. */
@Component
class PlanTallies implements TallySource {

    @Override
    public String function() {
        return "actionplan.tallies";
    }
}
