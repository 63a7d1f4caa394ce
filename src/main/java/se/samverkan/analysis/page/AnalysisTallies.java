package se.samverkan.analysis.page;

import org.springframework.stereotype.Component;
import se.samverkan.partnership.TallySource;

/** Causes of adopted analyses, by what they are about and where something would have to change. */
@Component
class AnalysisTallies implements TallySource {

    @Override
    public String function() {
        return "analysis.tallies";
    }
}
