package se.samverkan.analysis.review;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.discussion.opening.Openable;

/**
 * An analysis can be opened to the other side by whoever decides for its unit, and commented on part by part by those who read
 * it: its own people, and those it has been opened to.
 */
@Component
class ReviewedAnalyses implements Openable {

    private final Analyses analyses;

    ReviewedAnalyses(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public String kind() {
        return "analysis";
    }

    @Override
    public String column() {
        return "analysis";
    }

    @Override
    public Optional<Openable.Record> find(long id) {
        return analyses.find(id).map(ReviewedAnalyses::record);
    }

    @Override
    public Openable.Record toOpen(long id) {
        return record(analyses.deciding(id));
    }

    @Override
    public Openable.Record toOpenAlone(long id) {
        return record(analyses.toDecide(id));
    }

    private static Openable.Record record(AnalysisView view) {
        return new Openable.Record(view.id(), view.organiser(), view.unitName(), view.address());
    }
}
