package se.samverkan.actionplan.suggestion;

import java.time.Instant;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.actionplan.content.PlanText;

/**
 * How somebody would word a text of a plan.
 *
 * @param part the id of the part whose text it is
 * @param base what stood there when it was suggested
 * @param words what is suggested
 * @param why why, in the words of whoever suggests it; may be empty
 * @param mine whether the reader suggested it
 * @param answer what those who write the plan said to it
 */
public record PlanSuggestion(
        long id,
        long part,
        PlanText text,
        String base,
        String words,
        String why,
        PersonName by,
        Instant at,
        boolean mine,
        boolean withdrawn,
        Optional<Answer> answer) {

    /**
     * What was said to a suggestion.
     *
     * @param accepted whether it became the text
     */
    public record Answer(boolean accepted, String words, PersonName by, Instant at) {}

    /** Whether it waits for those who write the plan. */
    public boolean waits() {
        return !withdrawn && answer.isEmpty();
    }

    public boolean isAccepted() {
        return answer.filter(Answer::accepted).isPresent();
    }
}
