package se.samverkan.actionplan.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a plan with what stands under what. */
public final class PlanParts {

    private final Map<Long, PlanPart> parts = new LinkedHashMap<>();

    /** @param parts those that stand under one that is gone are left out */
    public PlanParts(List<PlanPart> parts) {
        Map<Long, PlanPart> all = new LinkedHashMap<>();
        parts.forEach(part -> all.put(part.id(), part));
        parts.stream().filter(part -> isWhole(all, part)).forEach(part -> this.parts.put(part.id(), part));
    }

    private static boolean isWhole(Map<Long, PlanPart> all, PlanPart part) {
        return part.upper().isEmpty()
                || Optional.ofNullable(all.get(part.upper().get()))
                        .filter(upper -> isWhole(all, upper))
                        .isPresent();
    }

    public List<PlanPart> all() {
        return List.copyOf(parts.values());
    }

    public List<PlanPart> of(PlanPartKind kind) {
        return parts.values().stream().filter(part -> part.is(kind)).toList();
    }

    public Optional<PlanPart> find(long id) {
        return Optional.ofNullable(parts.get(id));
    }

    /** What stands right under a part. */
    public List<PlanPart> below(PlanPart part, PlanPartKind kind) {
        return parts.values().stream()
                .filter(each -> each.is(kind))
                .filter(each -> each.upper().filter(upper -> upper == part.id()).isPresent())
                .toList();
    }

    /** The area that a part belongs to: itself, or what it stands under; empty for other work. */
    public Optional<PlanPart> areaOf(PlanPart part) {
        return part.is(PlanPartKind.AREA)
                ? Optional.of(part)
                : part.upper().flatMap(this::find).flatMap(this::areaOf);
    }

    /** The cause that an intervention answers. */
    public Optional<PlanPart> answered(PlanPart intervention) {
        return referred(intervention, PlanField.ANSWERS);
    }

    /** The part that another names in a field. */
    public Optional<PlanPart> referred(PlanPart part, PlanField field) {
        return part.reference(field).isPresent() ? find(part.reference(field).getAsLong()) : Optional.empty();
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
