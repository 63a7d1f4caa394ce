package se.samverkan.analysis.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.priority.Place;
import se.samverkan.analysis.priority.Priorities;
import se.samverkan.partnership.CasePulse;
import se.samverkan.partnership.CaseSignals.Signal;
import se.samverkan.partnership.PulseSource;

/**
 * When somebody last wrote in the analyses of many cases, and how much is loose in each, for the organiser's own people alone: the
 * agency's side is told nothing by a draft, not even that somebody has written in it, and not when one has been opened to it by name
 * either. When one was shared with it, it hears of that.
 */
@Component
class AnalysisPulses implements PulseSource {

    private final JdbcClient database;
    private final Analyses analyses;
    private final Chains chains;
    private final Priorities priorities;
    private final AnalysisLooseEnds ends;

    AnalysisPulses(
            JdbcClient database, Analyses analyses, Chains chains, Priorities priorities, AnalysisLooseEnds ends) {
        this.database = database;
        this.analyses = analyses;
        this.chains = chains;
        this.priorities = priorities;
        this.ends = ends;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Heard> of(Collection<CasePulse> cases) {
        return Stream.concat(heard(cases).stream(), loose(cases)).toList();
    }

    private List<Heard> heard(Collection<CasePulse> cases) {
        return database.sql("select partnership, unit, last from analysis.pulses(?)")
                .param(PulseSource.ids(cases))
                .query((row, n) -> Heard.of(
                        row.getLong("partnership"),
                        Optional.of(row.getLong("unit")),
                        Optional.ofNullable(row.getObject("last", LocalDate.class)),
                        Optional.empty()))
                .list();
    }

    /** What is loose in each analysis, by the rules of its own page; which work teams were not heard is told there alone. */
    private Stream<Heard> loose(Collection<CasePulse> cases) {
        List<AnalysisView> coordinated = analyses.coordinated(List.of(PulseSource.ids(cases)));
        if (coordinated.isEmpty()) {
            return Stream.empty();
        }
        Map<Long, Chain> chain = chains.chains(coordinated);
        Map<Long, List<Place>> order = priorities.orders(coordinated);
        return coordinated.stream()
                .flatMap(each -> Optional.ofNullable(chain.get(each.id())).stream()
                        .map(own -> ends.of(each, own, order.getOrDefault(each.id(), List.of()), List.of())
                                .size())
                        .filter(loose -> loose > 0)
                        .map(loose -> told(each, loose)));
    }

    private static Heard told(AnalysisView analysis, int loose) {
        return Heard.of(
                analysis.partnership(),
                analysis.unit(),
                new Signal(
                        "analysis.signal.loose",
                        List.of(analysis.unitName(), loose),
                        analysis.address() + "#loose-ends",
                        loose));
    }
}
