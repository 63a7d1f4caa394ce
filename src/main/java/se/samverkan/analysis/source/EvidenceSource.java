package se.samverkan.analysis.source;

import java.util.List;
import java.util.Optional;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.chain.Heard;
import se.samverkan.shared.page.Words;

/** A room whose records can be taken in as evidence: what there is to choose, and what a choice says today. */
interface EvidenceSource {

    /** What it is called among all sources; its name is {@code analysis.source.<kind>}. */
    String kind();

    /** What of the unit's can become evidence now, as the actor sees it; in the order that people read it. */
    List<Choice> of(AnalysisView analysis, Words words);

    /** What one of them says today, to be kept; empty where it says nothing that may be shown. */
    Optional<String> text(AnalysisView analysis, Choice choice, Words words);

    /** What its records are called among all that can be marked as secret; empty where none of them can. */
    default Optional<String> markedAs() {
        return Optional.empty();
    }

    /**
     * Something that can become evidence.
     *
     * @param id its id within its kind
     * @param name what people choose it by
     * @param title what the evidence is called, until somebody says it better
     * @param heard who was heard by it, where that is known
     * @param address the path of the page where it stands
     */
    record Choice(
            String kind,
            String id,
            String name,
            String title,
            EvidenceKind sort,
            Optional<Heard> heard,
            String address) {

        String value() {
            return kind + ":" + id;
        }
    }
}
