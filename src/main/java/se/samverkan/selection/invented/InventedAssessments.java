package se.samverkan.selection.invented;

import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.selection.assessment.AssessmentDraft;
import se.samverkan.selection.assessment.Assessments;
import se.samverkan.selection.candidate.Candidate;
import se.samverkan.selection.round.RoundMaterial.Conclusion;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** What the invented assessor has come to in the demonstration's round: one finished, one begun; the rest is to do. */
@Component
@Order(3)
class InventedAssessments implements InventedStory {

    private final SelectionRounds rounds;
    private final Assessments assessments;
    private final MessageSource messages;

    InventedAssessments(SelectionRounds rounds, Assessments assessments, MessageSource messages) {
        this.rounds = rounds;
        this.assessments = assessments;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "selection-assessments";
    }

    @Override
    public Role teller() {
        return Role.ASSESSOR;
    }

    @Override
    public void tell() {
        rounds.rounds().reversed().stream().findFirst().map(RoundView::id).ifPresent(round -> {
            List<Candidate> candidates = assessments.inQuestion(round);
            boolean done = true;
            for (Candidate candidate : candidates.subList(0, Math.min(2, candidates.size()))) {
                assessments.save(round, candidate.unit().key(), 0, draft(done));
                done = false;
            }
        });
    }

    private AssessmentDraft draft(boolean done) {
        String reasons = messages.getMessage("selection.invented.reasons", null, Words.SWEDISH);
        return new AssessmentDraft(
                done ? Optional.of(Conclusion.WITH_SUPPORT) : Optional.empty(), new FreeText(reasons, ""), done);
    }
}
