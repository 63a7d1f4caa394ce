package se.samverkan.survey.engagement;

import org.springframework.stereotype.Component;
import se.samverkan.partnership.TallySource;

/** How many of the staff took part in what was done with them, by term. */
@Component
class EngagementTallies implements TallySource {

    @Override
    public String function() {
        return "survey.tallies";
    }
}
