package se.samverkan.analysis.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/**
 * The door by which whoever decides for a unit opens its analysis to named people of the other side, until a day, and ends it.
 * It is no share: nobody gets a document, and what was open is closed again.
 */
@Component
public class AnalysisOpenings {

    private static final int MOST_DAYS = 366;

    private final Analyses analyses;
    private final StoredAnalysisOpenings store;
    private final AnalysisNotices notices;
    private final AuditTrail trail;

    AnalysisOpenings(Analyses analyses, StoredAnalysisOpenings store, AnalysisNotices notices, AuditTrail trail) {
        this.analyses = analyses;
        this.store = store;
        this.notices = notices;
        this.trail = trail;
    }

    /** To whom an analysis is open now, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<Opening> of(AnalysisView analysis) {
        return store.of(analysis.id());
    }

    /** Those to whom it can be opened. */
    @Transactional(readOnly = true)
    public List<Supporter> supporters(AnalysisView analysis) {
        return store.supporters(analysis.id());
    }

    @Transactional(readOnly = true)
    public LocalDate today() {
        return store.today();
    }

    /** Opens an analysis to some people; to whom it is open already it is open until the new day. */
    @Transactional
    public void open(long id, Set<Long> people, LocalDate until) {
        AnalysisView analysis = analyses.toDecide(id);
        if (people.isEmpty()) {
            throw Refusal.rule("analysis.refusal.nobody");
        }
        LocalDate today = store.today();
        if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw Refusal.rule("analysis.refusal.until");
        }
        List<Supporter> chosen = supporters(analysis).stream()
                .filter(each -> people.contains(each.id()))
                .toList();
        if (chosen.size() != people.size()) {
            throw Refusal.rule("analysis.refusal.not-supporter");
        }
        chosen.forEach(each -> store.open(id, each.id(), until));
        notices.opened(analysis, people);
        trail.record(Analyses.happening("opened", analysis)
                .changing("people", null, chosen.stream().map(Supporter::name).collect(Collectors.joining(", ")))
                .changing("until", null, until));
    }

    /** Ends that an analysis is open to somebody. */
    @Transactional
    public void end(long id, long opening) {
        AnalysisView analysis = analyses.toDecide(id);
        Opening ended = of(analysis).stream()
                .filter(each -> each.id() == opening)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        store.end(opening);
        trail.record(Analyses.happening("opening-ended", analysis).changing("people", ended.name(), null));
    }
}
