package se.samverkan.selection.allotment;

import java.util.List;
import java.util.stream.Collectors;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/**
 * What a pre-analysis plan says.
 *
 * @param model how the effect is to be estimated
 * @param outcomes what is to be followed
 * @param before the last period before the support
 * @param yearsAfter how many school years are followed after it, 1 to 5
 * @param hypothesis what is expected and why, in words
 */
public record PlanDraft(Model model, List<Outcome> outcomes, Period before, int yearsAfter, String hypothesis) {

    private static final int MOST_YEARS = 5;
    private static final String TITLE = "samverkan-plan\t1";

    /** How the effect is to be estimated. */
    public enum Model {
        /** Everybody as allotted, with a fixed effect of each pair. */
        PAIR_FIXED_EFFECTS,
        /** The change of those offered less the change of their comparison units. */
        DIFFERENCE_IN_DIFFERENCES
    }

    /** Where an outcome is expected to go. */
    public enum Direction {
        UP,
        DOWN,
        EITHER
    }

    /** An indicator that is to be followed, and where it is expected to go. */
    public record Outcome(String indicator, Direction direction) {}

    /** @throws Refusal with what is missing */
    void check() {
        if (outcomes.isEmpty()) {
            throw Refusal.rule("selection.refusal.no-outcome");
        }
        if (outcomes.stream().map(Outcome::indicator).distinct().count() < outcomes.size()) {
            throw Refusal.rule("selection.refusal.outcome-twice");
        }
        if (yearsAfter < 1 || yearsAfter > MOST_YEARS) {
            throw Refusal.rule("selection.refusal.years-after", MOST_YEARS);
        }
        if (hypothesis.isBlank()) {
            throw Refusal.rule("selection.refusal.hypothesis");
        }
    }

    /** The text that the plan's checksum is made of: cells with tabs between, and last the words. */
    String text() {
        String told = outcomes.stream()
                .map(outcome -> "outcome\t" + outcome.indicator() + "\t" + outcome.direction() + "\n")
                .collect(Collectors.joining());
        return TITLE + "\nmodel\t" + model + "\nbefore\t" + before + "\nafter\t" + yearsAfter + "\n" + told + "\n"
                + hypothesis.replace("\r", "") + "\n";
    }

    /** The plan that a text holds. */
    static PlanDraft read(String text) {
        int border = text.indexOf("\n\n");
        List<String[]> lines =
                text.substring(0, border).lines().map(line -> line.split("\t")).toList();
        return new PlanDraft(
                Model.valueOf(cell(lines, "model")),
                lines.stream()
                        .filter(line -> line[0].equals("outcome"))
                        .map(line -> new Outcome(line[1], Direction.valueOf(line[2])))
                        .toList(),
                Period.parse(cell(lines, "before")),
                Integer.parseInt(cell(lines, "after")),
                text.substring(border + 2).stripTrailing());
    }

    private static String cell(List<String[]> lines, String name) {
        return lines.stream()
                .filter(line -> line[0].equals(name))
                .map(line -> line[1])
                .findFirst()
                .orElseThrow();
    }
}
