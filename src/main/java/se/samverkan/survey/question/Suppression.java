package se.samverkan.survey.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.samverkan.survey.question.Result.Shown;

/**
 * Which groups can be shown of a question (prickning). A group with too few answers is left out; and where what is left out,
 * taken together, could be found as the difference between everybody and the groups that are shown, the smallest of those is
 * left out too, until that difference is itself of as many answers as a group must have. A group that is left out looks the
 * same whichever reason it had, so that nobody learns which one was small.
 */
public final class Suppression {

    /** No survey shows groups that are smaller. */
    public static final int LEAST = 5;

    /** What surveys begin with. */
    public static final int USUAL = 10;

    private final int threshold;

    public Suppression(int threshold) {
        if (threshold < LEAST) {
            throw new IllegalArgumentException("No group below " + LEAST + " is ever shown");
        }
        this.threshold = threshold;
    }

    /**
     * @param groups what each group answered, those who named none (with an empty group, never shown alone) among
     *     them; together they are everybody
     * @return everybody and the groups that can be shown, or nothing where too few answered
     */
    public List<Shown> shown(List<Shown> groups) {
        Shown everybody = together(groups);
        if (everybody.answered() < threshold) {
            return List.of();
        }
        List<Shown> left = new ArrayList<>(groups.stream()
                .filter(each -> !each.group().equals(Result.EVERYBODY) && each.answered() >= threshold)
                .sorted(Comparator.comparingInt(Shown::answered).thenComparing(Shown::group))
                .toList());
        while (!left.isEmpty() && isTold(everybody.answered() - answered(left))) {
            left.removeFirst();
        }
        List<Shown> shown = new ArrayList<>(List.of(everybody));
        groups.stream().filter(left::contains).forEach(shown::add);
        return shown;
    }

    /** Whether a difference of so many answers would tell of too few people. */
    private boolean isTold(int hidden) {
        return hidden > 0 && hidden < threshold;
    }

    private static int answered(List<Shown> groups) {
        return groups.stream().mapToInt(Shown::answered).sum();
    }

    private static Shown together(List<Shown> groups) {
        int choices = groups.isEmpty() ? 0 : groups.getFirst().counts().size();
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < choices; i++) {
            int choice = i;
            counts.add(
                    groups.stream().mapToInt(each -> each.counts().get(choice)).sum());
        }
        return new Shown(Result.EVERYBODY, answered(groups), counts);
    }
}
