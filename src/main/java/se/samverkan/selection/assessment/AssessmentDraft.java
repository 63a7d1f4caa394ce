package se.samverkan.selection.assessment;

import java.util.Optional;
import se.samverkan.selection.round.RoundMaterial.Conclusion;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * An assessment as its assessor saves it.
 *
 * @param conclusion empty while it is not decided
 * @param reasons what it rests on
 * @param done whether it is finished, after which it is not changed any more
 */
public record AssessmentDraft(Optional<Conclusion> conclusion, FreeText reasons, boolean done) {

    /** Refuses to be finished without a conclusion and what it rests on. */
    public AssessmentDraft {
        if (done && conclusion.isEmpty()) {
            throw Refusal.rule("selection.refusal.conclusion");
        }
        if (done && reasons.text().isBlank()) {
            throw Refusal.rule("selection.refusal.reasons");
        }
    }
}
