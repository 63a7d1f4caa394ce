package se.samverkan.survey.question;

import java.util.List;
import java.util.Optional;

/**
 * What a survey came to, as it was summed up when it was closed. It holds only what may be shown: what too few have answered
 * is not hidden in it, it is not there.
 *
 * @param answers how many answered
 * @param threshold how many answers a group must have to be shown
 * @param again how many of them came from a browser that had answered before; 0 where too few answered to say
 * @param groups the groups that results could be shown for
 * @param asked the plain questions, as they were put
 */
public record Result(int answers, int threshold, int again, List<Choice> groups, List<Asked> asked) {

    /**
     * A question with what may be shown of its answers.
     *
     * @param under what the question stands under, where it is a row of a matrix; empty else
     * @param shown everybody (with an empty group) and the groups that had enough answers
     */
    public record Asked(Question question, Text under, List<Shown> shown) {

        public Optional<Shown> of(String group) {
            return shown.stream().filter(each -> each.group().equals(group)).findFirst();
        }

        /** What everybody answered, where enough did. */
        public Optional<Shown> everybody() {
            return of(EVERYBODY);
        }
    }

    /**
     * What a group answered.
     *
     * @param group the key of the group, empty for everybody
     * @param answered how many answered the question
     * @param counts how many chose each choice, in the order of the question's choices
     */
    public record Shown(String group, int answered, List<Integer> counts) {

        /** The share who chose a choice, in percent. */
        public double percent(int choice) {
            return answered == 0 ? 0 : 100.0 * counts.get(choice) / answered;
        }
    }

    /** The group of all who answered. */
    public static final String EVERYBODY = "";

    /** Whether enough have answered for anything to be shown at all. */
    public boolean isShown() {
        return answers >= threshold;
    }
}
