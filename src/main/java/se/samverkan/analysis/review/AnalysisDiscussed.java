package se.samverkan.analysis.review;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.discussion.Discussed;

/** An analysis can be commented on part by part by those who read it: its own people, and those it has been opened to. */
@Component
class AnalysisDiscussed implements Discussed {

    private final Analyses analyses;

    AnalysisDiscussed(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public String kind() {
        return "analysis";
    }

    @Override
    public Optional<Discussed.Record> find(long id) {
        return analyses.find(id)
                .map(view -> new Discussed.Record(id, view.organiser(), view.unitName(), view.address()));
    }
}
