package se.samverkan.selection.allotment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param subgroups the divisions of the units in which different effects will be looked for, at most two
 * @param dose whether outcomes will be set against how much support units received
 * @param threshold the needs index from which, itself included, units are offered support; only where that decides
 */
public record PlanDraft(
        Model model,
        List<Outcome> outcomes,
        Period before,
        int yearsAfter,
        String hypothesis,
        List<Subgroup> subgroups,
        boolean dose,
        Optional<BigDecimal> threshold) {

    static final int MOST_SUBGROUPS = 2;

    private static final int MOST_YEARS = 5;
    private static final String TITLE = "samverkan-plan\t1";

    /** How the effect is to be estimated. */
    public enum Model {
        /** Everybody as allotted, with a fixed effect of each pair. */
        PAIR_FIXED_EFFECTS,
        /** The change of those offered less the change of their comparison units. */
        DIFFERENCE_IN_DIFFERENCES,
        /** The jump where the needs index decided, by lines on either side. */
        DISCONTINUITY
    }

    /** A plan that looks for nothing but its outcomes, and in which no threshold decides. */
    public PlanDraft(Model model, List<Outcome> outcomes, Period before, int yearsAfter, String hypothesis) {
        this(model, outcomes, before, yearsAfter, hypothesis, List.of(), false, Optional.empty());
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
        if ((model == Model.DISCONTINUITY) != threshold.isPresent()) {
            throw Refusal.rule(
                    threshold.isPresent() ? "selection.refusal.threshold-model" : "selection.refusal.threshold");
        }
        if (subgroups.size() > MOST_SUBGROUPS
                || subgroups.stream().map(Subgroup::by).distinct().count() < subgroups.size()) {
            throw Refusal.rule("selection.refusal.subgroup-twice");
        }
        subgroups.forEach(Subgroup::check);
    }

    /** The text that the plan's checksum is made of: cells with tabs between, and last the words. */
    String text() {
        String told = outcomes.stream()
                .map(outcome -> "outcome\t" + outcome.indicator() + "\t" + outcome.direction() + "\n")
                .collect(Collectors.joining());
        String divisions = subgroups.stream().map(Subgroup::text).collect(Collectors.joining());
        String decides = threshold
                .map(value -> "threshold\t" + value.toPlainString() + "\n")
                .orElse("");
        return TITLE + "\nmodel\t" + model + "\nbefore\t" + before + "\nafter\t" + yearsAfter + "\n" + told + decides
                + divisions + (dose ? "dose\thours\n" : "") + "\n" + hypothesis.replace("\r", "") + "\n";
    }

    /** The plan that a text holds. */
    static PlanDraft read(String text) {
        int border = text.indexOf("\n\n");
        List<String[]> lines =
                text.substring(0, border).lines().map(line -> line.split("\t")).toList();
        return new PlanDraft(
                Model.valueOf(cell(lines, "model")),
                named(lines, "outcome")
                        .map(line -> new Outcome(line[1], Direction.valueOf(line[2])))
                        .toList(),
                Period.parse(cell(lines, "before")),
                Integer.parseInt(cell(lines, "after")),
                text.substring(border + 2).stripTrailing(),
                named(lines, "subgroup").map(Subgroup::read).toList(),
                named(lines, "dose").findAny().isPresent(),
                named(lines, "threshold").map(line -> new BigDecimal(line[1])).findFirst());
    }

    private static Stream<String[]> named(List<String[]> lines, String name) {
        return lines.stream().filter(line -> line[0].equals(name));
    }

    private static String cell(List<String[]> lines, String name) {
        return named(lines, name).map(line -> line[1]).findFirst().orElseThrow();
    }
}
