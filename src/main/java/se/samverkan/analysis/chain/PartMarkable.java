package se.samverkan.analysis.chain;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.records.mark.Markable;

/** A part can be marked as secret by those who write in its analysis. */
@Component
class PartMarkable implements Markable {

    private final StoredParts store;
    private final Analyses analyses;

    PartMarkable(StoredParts store, Analyses analyses) {
        this.store = store;
        this.analyses = analyses;
    }

    @Override
    public String kind() {
        return PartMarks.KIND;
    }

    @Override
    public String field() {
        return "words";
    }

    @Override
    public Optional<Markable.Record> find(long about) {
        return store.analysisOf(about)
                .flatMap(analyses::find)
                .filter(AnalysisView::writes)
                .flatMap(analysis -> store.chain(analysis.id())
                        .find(about)
                        .map(part -> new Markable.Record(
                                about, analysis.organiser(), part.title(), analysis.address() + "/parts/" + about)));
    }
}
