package se.samverkan.followup.page;

import org.springframework.stereotype.Component;
import se.samverkan.partnership.TallySource;

/** Where signs, goals and interventions stood when the last report was handed in, and by what is done about what. */
@Component
class FollowUpTallies implements TallySource {

    @Override
    public String function() {
        return "followup.tallies";
    }
}
