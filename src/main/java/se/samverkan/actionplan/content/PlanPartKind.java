package se.samverkan.actionplan.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a part of a plan is, and what it stands under. */
public enum PlanPartKind {
    /** A development area; has a number that is never used again. */
    AREA,
    /** What the area's problem is due to. */
    CAUSE,
    GOAL,
    /** An interim goal for a term (etappmål). */
    MILESTONE,
    /** A visible sign (synligt tecken) that a goal is on its way. */
    SIGN,
    /** A planned intervention (insats); has a number that is never used again. */
    INTERVENTION,
    /** How and when an area is followed up. */
    FOLLOW_UP,
    /** Other development work that goes on. */
    OTHER_WORK;

    /** What it stands under; empty where it stands in the plan itself. */
    public Optional<PlanPartKind> upper() {
        return switch (this) {
            case AREA, OTHER_WORK -> Optional.empty();
            case CAUSE, GOAL, INTERVENTION, FOLLOW_UP -> Optional.of(AREA);
            case MILESTONE, SIGN -> Optional.of(GOAL);
        };
    }

    public boolean isNumbered() {
        return this == AREA || this == INTERVENTION;
    }

    /** What can be added under it, in the order in which one asks for it. */
    public List<PlanPartKind> below() {
        return Arrays.stream(values())
                .filter(kind -> kind.upper().filter(this::equals).isPresent())
                .toList();
    }

    public static Optional<PlanPartKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
