package se.samverkan.followup.page;

import org.springframework.stereotype.Component;
import se.samverkan.partnership.TallySource;

/** Where signs and interventions stood in the last checkpoint that a report was handed in about. */
@Component
class FollowUpTallies implements TallySource {

    @Override
    public String function() {
        return "followup.tallies";
    }
}
