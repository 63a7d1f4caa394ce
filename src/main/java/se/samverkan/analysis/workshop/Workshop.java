package se.samverkan.analysis.workshop;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to the workshop. Whoever reads the analysis may suggest: its group, and the researchers it has been opened to, who
 * thereby write beside the analysis and never in it.
 */
@Component
public class Workshop {

    private final Analyses analyses;
    private final Chains chains;
    private final StoredSuggestions store;
    private final AuditTrail trail;

    Workshop(Analyses analyses, Chains chains, StoredSuggestions store, AuditTrail trail) {
        this.analyses = analyses;
        this.chains = chains;
        this.store = store;
        this.trail = trail;
    }

    /** The causes that are read together: the roots, which answer the last why. */
    @Transactional(readOnly = true)
    public List<Part> causes(AnalysisView analysis) {
        var chain = chains.chain(analysis);
        return chain.of(PartKind.CAUSE).stream().filter(chain::isRoot).toList();
    }

    @Transactional(readOnly = true)
    public List<Suggestion> suggestions(AnalysisView analysis) {
        return store.of(analysis.id());
    }

    @Transactional(readOnly = true)
    public Part cause(AnalysisView analysis, long cause) {
        return chains.chain(analysis)
                .find(cause)
                .filter(part -> part.is(PartKind.CAUSE))
                .orElseThrow(Refusal::notSeen);
    }

    @Transactional
    public void suggest(long id, long causeId, FreeText what, EvidenceBase base, FreeText words, FreeText source) {
        AnalysisView analysis = analyses.analysis(id);
        Part cause = cause(analysis, causeId);
        if (what.text().isBlank() || words.text().isBlank()) {
            throw Refusal.rule("analysis.refusal.suggestion");
        }
        if (what.text().length() > PartDraft.MOST_OF_TITLE || source.text().length() > PartDraft.MOST_OF_TITLE) {
            throw Refusal.rule("analysis.refusal.title-long", PartDraft.MOST_OF_TITLE);
        }
        if (words.text().length() > PartDraft.MOST_OF_WORDS) {
            throw Refusal.rule("analysis.refusal.words-long", PartDraft.MOST_OF_WORDS);
        }
        store.add(id, causeId, what.text(), base, words.text(), source.text());
        trail.record(Analyses.happening("suggested", analysis)
                .changing("title", null, what.text())
                .changing("words", null, words.text())
                .changing("analysis-under", null, cause.title())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    /** Takes back what the actor has suggested. */
    @Transactional
    public void takeBack(long id, long suggestion) {
        AnalysisView analysis = analyses.analysis(id);
        Suggestion said = store.of(id).stream()
                .filter(each -> each.id() == suggestion)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        if (!said.mine()) {
            throw Refusal.notAllowed("analysis.refusal.not-yours");
        }
        store.takeBack(suggestion);
        trail.record(Analyses.happening("suggestion-taken-back", analysis).changing("title", said.what(), null));
    }
}
