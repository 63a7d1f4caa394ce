package se.samverkan.analysis.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.chain.AnalysedUnits;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.EvidenceFigures;
import se.samverkan.analysis.guide.Guide;
import se.samverkan.analysis.priority.Place;
import se.samverkan.analysis.priority.Priorities;
import se.samverkan.discussion.CommentView;
import se.samverkan.discussion.Discussion;
import se.samverkan.discussion.opening.Openings;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.survey.Voices;

/** Reads a whole analysis in one transaction and few questions, however many parts it has. */
@Component
class AnalysisReading {

    private static final int MOST_LINES = 50;

    private final Analyses analyses;
    private final Chains chains;
    private final Guide guide;
    private final AnalysedUnits units;
    private final EvidenceFigures figures;
    private final Priorities priorities;
    private final AnalysisLooseEnds ends;
    private final Openings openings;
    private final Discussion discussion;
    private final Partnerships partnerships;
    private final Voices voices;
    private final RecordLog log;

    AnalysisReading(
            Analyses analyses,
            Chains chains,
            Guide guide,
            AnalysedUnits units,
            EvidenceFigures figures,
            Priorities priorities,
            AnalysisLooseEnds ends,
            Openings openings,
            Discussion discussion,
            Partnerships partnerships,
            Voices voices,
            RecordLog log) {
        this.analyses = analyses;
        this.chains = chains;
        this.guide = guide;
        this.units = units;
        this.figures = figures;
        this.priorities = priorities;
        this.ends = ends;
        this.openings = openings;
        this.discussion = discussion;
        this.partnerships = partnerships;
        this.voices = voices;
        this.log = log;
    }

    @Transactional(readOnly = true)
    public AnalysisNow read(long id) {
        AnalysisView analysis = analyses.analysis(id);
        PartnershipView partnership = partnerships.find(analysis.partnership()).orElseThrow(Refusal::notSeen);
        List<String> forms = units.forms(analysis);
        Chain chain = chains.chain(analysis);
        List<Place> order = priorities.order(analysis);
        return new AnalysisNow(
                analysis,
                partnership.organiserName(),
                guide.rules(partnership, forms),
                guide.forms(analysis, partnership, forms),
                chain,
                figures.revised(analysis, chain).keySet(),
                order,
                ends.of(analysis, chain, order, teams(analysis, partnership)),
                openings.of("analysis", analysis.id()),
                waiting(id),
                log.within(Set.of(analysis.organiser()), "analysis", Long.toString(id), MOST_LINES));
    }

    /** The work teams that have hardly been heard: for those who can do something about it. */
    private List<String> teams(AnalysisView analysis, PartnershipView partnership) {
        return analysis.writes() ? voices.teamsNotHeard(partnership, analysis.unit()) : List.of();
    }

    /** How many comments nobody has dealt with, by the part of the analysis. */
    private Map<String, Long> waiting(long id) {
        return discussion.of("analysis", id).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .filter(CommentView::isOpen)
                                .count()));
    }
}
