package se.samverkan.selection.candidate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.samverkan.selection.candidate.CandidateList.Excluded;
import se.samverkan.selection.candidate.Reading.Verdict;

/**
 * What is shown of a list of candidates: by name until somebody asks for another order, and all who meet the thresholds
 * or of whom it cannot be told until somebody asks for all.
 *
 * @param form the school form
 * @param text letters of a name, a municipality or an organiser
 * @param show TOUCHED, CANNOT_TELL, EXCLUDED or ALL
 * @param order NAME or NEED
 */
public record CandidateQuery(String form, String text, String show, String order) {

    /** The most likely to be among those most in need first. */
    public static final Comparator<Candidate> BY_NEED =
            Comparator.comparingDouble(candidate -> -candidate.need().among().orElse(-1));

    List<Candidate> of(CandidateList list) {
        String letters = text.strip().toLowerCase(Locale.ROOT);
        return shown(list)
                .filter(candidate -> letters.isEmpty() || candidate.names().contains(letters))
                .sorted(order.equals("NEED") ? BY_NEED : (one, other) -> 0)
                .toList();
    }

    /** By name, since the list is; those excluded stand by themselves, after the others where all are asked for. */
    private Stream<Candidate> shown(CandidateList list) {
        Stream<Candidate> excluded = list.excluded().stream().map(Excluded::candidate);
        return switch (show) {
            case "ALL" -> Stream.concat(list.candidates().stream(), excluded);
            case "EXCLUDED" -> excluded;
            case "CANNOT_TELL" ->
                list.candidates().stream().filter(candidate -> candidate.verdict() == Verdict.CANNOT_TELL);
            default -> list.candidates().stream().filter(Candidate::comesIntoQuestion);
        };
    }
}
