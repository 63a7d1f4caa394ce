package se.samverkan.actionplan.adoption;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;

/**
 * All that a plan says at one moment.
 *
 * @param people what those who are responsible were called then, by their id
 */
record FrozenPlan(List<FrozenPart> parts, Map<String, String> people) {

    /** A part as it was; 0 stands for no part above it. */
    record FrozenPart(
            long id,
            PlanPartKind kind,
            long upper,
            int number,
            String title,
            String words,
            Map<String, String> fields) {

        static FrozenPart of(PlanPart part) {
            Map<String, String> fields = new TreeMap<>();
            part.fields().forEach((field, text) -> fields.put(field.name(), text));
            return new FrozenPart(
                    part.id(), part.kind(), part.upper().orElse(0L), part.number(), part.title(), part.words(), fields);
        }

        private PlanPart part() {
            Map<PlanField, String> said = new EnumMap<>(PlanField.class);
            fields.forEach((name, text) -> said.put(PlanField.valueOf(name), text));
            return new PlanPart(
                    id,
                    kind,
                    upper == 0 ? Optional.empty() : Optional.of(upper),
                    number,
                    title,
                    words,
                    said,
                    0,
                    0,
                    Instant.EPOCH);
        }
    }

    static FrozenPlan of(PlanParts parts, Map<String, String> people) {
        return new FrozenPlan(parts.all().stream().map(FrozenPart::of).toList(), people);
    }

    PlanParts plan() {
        return new PlanParts(parts.stream().map(FrozenPart::part).toList());
    }

    /** Whether another says the same; that somebody is called something else is no difference. */
    boolean saysAs(FrozenPlan other) {
        return parts.equals(other.parts());
    }
}
