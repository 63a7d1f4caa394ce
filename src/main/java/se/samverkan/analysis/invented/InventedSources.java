package se.samverkan.analysis.invented;

import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.source.EvidenceSources;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;
import se.samverkan.survey.Voices;

/** Where the demonstration's staff have answered a survey an analysis has been begun, and what they answered is its evidence. */
@Component
@Order(52)
class InventedSources implements InventedStory {

    private final Analyses analyses;
    private final Chains chains;
    private final EvidenceSources sources;
    private final Voices voices;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedSources(
            Analyses analyses,
            Chains chains,
            EvidenceSources sources,
            Voices voices,
            Partnerships partnerships,
            MessageSource messages) {
        this.analyses = analyses;
        this.chains = chains;
        this.sources = sources;
        this.voices = voices;
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
        for (PartnershipView partnership : partnerships.live()) {
            Optional<Participant> heard = analyses.mayBegin(partnership).stream()
                    .filter(unit ->
                            !voices.told(partnership.id(), unit.unit()).isEmpty())
                    .findFirst();
            if (heard.isPresent()) {
                tell(analyses.analysis(
                        analyses.begin(partnership.id(), heard.get().unit())));
                return;
            }
        }
    }

    private void tell(AnalysisView analysis) {
        Words words = new Words(messages, Words.SWEDISH);
        PartDraft problem = new PartDraft(
                PartKind.PROBLEM, "", "", "", words.text("analysis.invented.second-problem"), "", "");
        long id = chains.add(analysis.id(), problem, Optional.empty());
        sources.take(analysis, sources.values(analysis, words).getFirst(), "", Optional.of(id), words);
    }
}
