package se.samverkan.actionplan.serving;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanView;

/**
 * A part of a unit's plan beside the part of the organiser's plan that it serves.
 *
 * @param serving the id of the link
 * @param plan the unit's plan
 */
record PlanPair(long serving, PlanView plan, PlanPart part, PlanPart upper) {

    /** What is laid side by side where both are the same kind of part. */
    private static final List<PlanField> COMPARED = List.of(
            PlanField.PROBLEM,
            PlanField.EFFECT,
            PlanField.HORIZON,
            PlanField.INDICATOR,
            PlanField.SCALE,
            PlanField.BASELINE,
            PlanField.TARGET,
            PlanField.BY);

    /** How two fields stand to each other. */
    enum Relation {
        SAME,
        DIFFERENT,
        /** Only the organiser's plan says anything. */
        ONLY_UPPER,
        /** Only the unit's plan does. */
        ONLY_UNIT
    }

    /** One field on both sides, as it reads. */
    record Line(PlanField field, String upper, String unit, Relation relation) {}

    /**
     * What either says, field by field; empty where the two are different kinds of parts.
     *
     * @param upperSays how a field of the organiser's part reads
     * @param unitSays how one of the unit's part reads
     */
    List<Line> lines(Function<PlanField, String> upperSays, Function<PlanField, String> unitSays) {
        return part.kind() == upper.kind()
                ? COMPARED.stream()
                        .flatMap(field -> line(field, upperSays.apply(field), unitSays.apply(field)))
                        .toList()
                : List.of();
    }

    private static Stream<Line> line(PlanField field, String upper, String unit) {
        if (upper.isEmpty() && unit.isEmpty()) {
            return Stream.empty();
        }
        Relation relation = Objects.equals(upper, unit)
                ? Relation.SAME
                : unit.isEmpty() ? Relation.ONLY_UPPER : upper.isEmpty() ? Relation.ONLY_UNIT : Relation.DIFFERENT;
        return Stream.of(new Line(field, upper, unit, relation));
    }
}
