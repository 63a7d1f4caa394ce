package se.samverkan.selection;

import java.util.Optional;
import se.samverkan.selection.RoundMaterial.Conclusion;
import se.samverkan.shared.Refusal;

/**
 * An assessment as its assessor saves it.
 *
 * @param conclusion empty while it is not decided
 * @param reasons what it rests on
 * @param done whether it is finished, after which it is not changed any more
 */
record AssessmentDraft(Optional<Conclusion> conclusion, FreeText reasons, boolean done) {

    AssessmentDraft {
        if (done && conclusion.isEmpty()) {
            throw Refusal.rule("selection.refusal.conclusion");
        }
        if (done && reasons.text().isBlank()) {
            throw Refusal.rule("selection.refusal.reasons");
        }
    }
}
