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
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.source.EvidenceSources;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * Where the demonstration's staff have answered a survey and an idea round, what they said is evidence in the analysis of their
 * unit; it is begun where nobody has.
 */
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
        partnerships
                .live()
                .forEach(partnership -> partnership.units().stream()
                        .filter(unit -> sources.speakAt(partnership.id(), unit.unit()))
                        .flatMap(unit -> analysis(partnership, unit).stream())
                        .forEach(analysis -> tell(analysis, words)));
    }

    private Optional<AnalysisView> analysis(PartnershipView partnership, Participant unit) {
        if (analyses.mayBegin(partnership).contains(unit)) {
            return Optional.of(analyses.analysis(analyses.begin(partnership.id(), unit.unit())));
        }
        return analyses.ofPartnership(partnership.id()).stream()
                .filter(each -> each.unit() == unit.unit() && each.writes())
                .findFirst();
    }

    private void tell(AnalysisView analysis, Words words) {
        List<String> values = sources.voices(analysis, words);
        PartDraft problem =
                new PartDraft(PartKind.PROBLEM, "", "", "", words.text("analysis.invented.voiced-problem"), "", "");
        long id = chains.add(analysis.id(), problem, Optional.empty());
        values.forEach(value ->
                sources.take(analysis, value, words.text("analysis.invented.voiced-remark"), Optional.of(id), words));
    }
}
