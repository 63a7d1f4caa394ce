package se.samverkan.analysis.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.Heard;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.chain.PartMarks;
import se.samverkan.analysis.source.EvidenceSource.Choice;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Words;

/** The door to evidence from other rooms: what can be chosen, room by room, and the taking in of one with what it says now. */
@Component
public class EvidenceSources {

    private final List<EvidenceSource> sources;
    private final Chains chains;
    private final Marks marks;

    EvidenceSources(ObjectProvider<EvidenceSource> sources, Chains chains, Marks marks) {
        this.sources = sources.orderedStream().toList();
        this.chains = chains;
        this.marks = marks;
    }

    /** What can be chosen, by the kind of its source; a source that has nothing is left out. */
    @Transactional(readOnly = true)
    Map<String, List<Choice>> choices(AnalysisView analysis, Words words) {
        Map<String, List<Choice>> found = new LinkedHashMap<>();
        for (EvidenceSource source : sources) {
            List<Choice> choices = source.of(analysis, words);
            if (!choices.isEmpty()) {
                found.put(source.kind(), choices);
            }
        }
        return found;
    }

    /** One that can be chosen now. */
    @Transactional(readOnly = true)
    Optional<Choice> choice(AnalysisView analysis, String value, Words words) {
        return choices(analysis, words).values().stream()
                .flatMap(List::stream)
                .filter(each -> each.value().equals(value))
                .findFirst();
    }

    /**
     * Takes one in as evidence, with what it says now, which is kept however it is changed where it stands. What is marked as
     * secret there is marked here too.
     *
     * @param remark what the group sees in it; may be empty
     * @return the id of the evidence
     */
    @Transactional
    public long take(AnalysisView analysis, String value, String remark, Optional<Long> under, Words words) {
        Choice choice = choice(analysis, value, words).orElseThrow(() -> Refusal.rule("analysis.refusal.source"));
        EvidenceSource source = sources.stream()
                .filter(each -> each.kind().equals(choice.kind()))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("analysis.refusal.source"));
        String text = source.text(analysis, choice, words)
                .filter(said -> !said.isBlank())
                .orElseThrow(() -> Refusal.rule("analysis.refusal.source-silent"));
        PartDraft draft = new PartDraft(
                PartKind.EVIDENCE,
                choice.sort().name(),
                "",
                choice.heard().map(Heard::name).orElse(""),
                choice.title(),
                remark,
                "");
        long part = chains.add(analysis.id(), draft, choice.kind(), choice.id(), text, choice.address(), under);
        source.markedAs().ifPresent(kind -> marks.carry(kind, Long.parseLong(choice.id()), PartMarks.KIND, part));
        return part;
    }
}
