package se.samverkan.evaluation.run;

import se.samverkan.selection.EvaluableRounds.By;
import se.samverkan.selection.EvaluableRounds.Known;

/** How an effect is computed, which follows from how the places were allotted. */
public enum Design {
    /** Those offered by lot against the other halves of their pairs. */
    PAIRS,
    /** The movement of those offered against that of the units that they were matched with. */
    MATCHED,
    /** The movement of those offered against that of all others on the list. */
    CANDIDATES,
    /** Those on either side of the threshold that decided, near it. */
    THRESHOLD,
    /** The same as CANDIDATES over all rounds of the same cohort, each unit from the start of its own. */
    COHORT,
    /** The same over all rounds of the same programme, each unit from the start of its own. */
    PROGRAMME;

    /** The one that the allotment calls for. */
    static Design of(By by) {
        return switch (by) {
            case LOT -> PAIRS;
            case ASSESSMENT -> MATCHED;
            case THRESHOLD -> THRESHOLD;
        };
    }

    /** Whether it is made of more rounds than the one it is asked from. */
    public boolean joinsRounds() {
        return this == COHORT || this == PROGRAMME;
    }

    /** Whether a round belongs with the one that is asked from. */
    boolean joins(Known round, Known other) {
        return round.owner() == other.owner()
                && round.variant().equals(other.variant())
                && (this == PROGRAMME
                        || !round.cohort().isEmpty() && round.cohort().equals(other.cohort()));
    }

    /** Whether a round allotted so can be evaluated by it: only a lot makes pairs of which chance chose one. */
    public boolean fits(By by) {
        return switch (this) {
            case PAIRS -> by == By.LOT;
            case THRESHOLD -> by == By.THRESHOLD;
            case MATCHED, CANDIDATES, COHORT, PROGRAMME -> true;
        };
    }
}
