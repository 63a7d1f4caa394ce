package se.samverkan.analysis.page;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.priority.Priorities;
import se.samverkan.partnership.CaseSignals;
import se.samverkan.partnership.PartnershipView;

/** What is loose in the analyses of a case, unit by unit, for those who read them: how many things, and where. */
@Component
class AnalysisSignals implements CaseSignals {

    private static final int MOST = 5;

    private final Analyses analyses;
    private final Chains chains;
    private final Priorities priorities;
    private final AnalysisLooseEnds ends;

    AnalysisSignals(Analyses analyses, Chains chains, Priorities priorities, AnalysisLooseEnds ends) {
        this.analyses = analyses;
        this.chains = chains;
        this.priorities = priorities;
        this.ends = ends;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Signal> of(PartnershipView partnership) {
        return analyses.ofPartnership(partnership.id()).stream()
                .filter(analysis -> analysis.writes() || analysis.adopts())
                .limit(1)
                .flatMap(analysis ->
                        ends.of(analysis, chains.chain(analysis), priorities.order(analysis), List.of()).stream()
                                .limit(MOST)
                                .map(end -> new Signal(
                                        "analysis.signal." + end.rule(), end.details(analysis.unitName()), end.path())))
                .toList();
    }
}
