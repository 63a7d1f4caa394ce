package se.samverkan.analysis.invented;

import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.source.EvidenceSources;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** What the demonstration's staff answered has become evidence in the analysis of their school. */
@Component
@Order(52)
class InventedSources implements InventedStory {

    private final Analyses analyses;
    private final Chains chains;
    private final EvidenceSources sources;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedSources(
            Analyses analyses,
            Chains chains,
            EvidenceSources sources,
            Partnerships partnerships,
            MessageSource messages) {
        this.analyses = analyses;
        this.chains = chains;
        this.sources = sources;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "evidence-from-voices";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        Words words = new Words(messages, Words.SWEDISH);
        for (PartnershipView partnership : partnerships.live()) {
            for (AnalysisView analysis : analyses.ofPartnership(partnership.id())) {
                List<String> found = analysis.writes() ? sources.values(analysis, words) : List.of();
                Optional<Long> problem = chains.chain(analysis).of(PartKind.PROBLEM).stream()
                        .map(Part::id)
                        .findFirst();
                if (!found.isEmpty() && problem.isPresent()) {
                    sources.take(analysis, found.getFirst(), "", problem, words);
                    return;
                }
            }
        }
    }
}
