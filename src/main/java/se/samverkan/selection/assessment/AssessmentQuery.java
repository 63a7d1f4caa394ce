package se.samverkan.selection.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.samverkan.selection.assessment.Assessment.State;
import se.samverkan.selection.candidate.Candidate;
import se.samverkan.selection.candidate.CandidateQuery;
import se.samverkan.selection.round.RoundView;

/**
 * What is shown of the units that come into question: to an assessor first those with something left to do, to the others
 * only those that two have finished.
 *
 * @param show TO_DO, DONE or ALL
 * @param text letters of a name, a municipality or an organiser
 * @param order NAME or NEED: a round may ask for more units than two people can assess
 * @param assessor whether an assessor asks
 */
record AssessmentQuery(String show, String text, String order, boolean assessor) {

    private static final Set<State> TO_DO = Set.of(State.NOT_BEGUN, State.BEGUN, State.BOTH_DONE);

    static AssessmentQuery of(RoundView round, String show, String text, String order) {
        boolean assessor = round.isAssessedByReader();
        return new AssessmentQuery(show.isEmpty() ? assessor ? "TO_DO" : "ALL" : show, text, order, assessor);
    }

    List<Candidate> of(List<Candidate> inQuestion, Map<Long, Assessment> assessments) {
        String letters = text.strip().toLowerCase(Locale.ROOT);
        return inQuestion.stream()
                .filter(each -> isShown(assessments.getOrDefault(each.unit().id(), Assessment.NONE)))
                .filter(each -> letters.isEmpty() || each.names().contains(letters))
                .sorted(order.equals("NEED") ? CandidateQuery.BY_NEED : (one, other) -> 0)
                .toList();
    }

    private boolean isShown(Assessment assessment) {
        if (!assessor) {
            return assessment.isUnsealed();
        }
        return switch (show) {
            case "ALL" -> true;
            case "DONE" -> !TO_DO.contains(assessment.state());
            default -> TO_DO.contains(assessment.state());
        };
    }
}
