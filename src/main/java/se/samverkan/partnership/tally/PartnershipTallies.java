package se.samverkan.partnership.tally;

import org.springframework.stereotype.Component;
import se.samverkan.partnership.TallySource;

/** Who takes part, where they are, how long each phase took, and why some said no. */
@Component
class PartnershipTallies implements TallySource {

    @Override
    public String function() {
        return "partnership.tallies";
    }
}
