package se.samverkan.agreement.funding;

import org.springframework.stereotype.Component;
import se.samverkan.partnership.TallySource;

/** Money: what was decided, asked for, paid out, accounted for and paid back. */
@Component
class FundingTallies implements TallySource {

    @Override
    public String function() {
        return "agreement.tallies";
    }
}
