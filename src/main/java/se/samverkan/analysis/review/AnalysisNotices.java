package se.samverkan.analysis.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells those an analysis has been opened to that they can read it and say what they think. */
@Component
class AnalysisNotices implements NoticeText {

    private static final String OPENED = "analysis.opened";
    private static final String ANALYSIS = "analysis";

    private final Notices notices;
    private final Analyses analyses;

    AnalysisNotices(Notices notices, Analyses analyses) {
        this.notices = notices;
        this.analyses = analyses;
    }

    void opened(AnalysisView analysis, Collection<Long> people) {
        notices.tell(new Notice(
                OPENED, Urgency.DIGEST, people, analysis.organiser(), Map.of(ANALYSIS, Long.toString(analysis.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(OPENED);
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return analyses.find(Long.parseLong(about.getOrDefault(ANALYSIS, "0")))
                .map(analysis -> new Told(List.of(analysis.unitName()), analysis.address()));
    }
}
