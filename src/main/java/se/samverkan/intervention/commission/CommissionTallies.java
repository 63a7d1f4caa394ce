package se.samverkan.intervention.commission;

import org.springframework.stereotype.Component;
import se.samverkan.partnership.TallySource;

/** What providers have been asked for, what they answered, and what it may cost and does. */
@Component
class CommissionTallies implements TallySource {

    @Override
    public String function() {
        return "intervention.tallies";
    }
}
