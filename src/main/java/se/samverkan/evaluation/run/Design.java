package se.samverkan.evaluation.run;

import se.samverkan.selection.EvaluableRounds.By;

/** How an effect is computed, which follows from how the places were allotted. */
public enum Design {
    /** Those offered by lot against the other halves of their pairs. */
    PAIRS,
    /** The movement of those offered against that of the units that they were matched with. */
    MATCHED,
    /** The movement of those offered against that of all others on the list. */
    CANDIDATES;

    /** The one that the allotment calls for. */
    static Design of(By by) {
        return switch (by) {
            case LOT -> PAIRS;
            case ASSESSMENT -> MATCHED;
        };
    }

    /** Whether a round allotted so can be evaluated by it: only a lot makes pairs of which chance chose one. */
    public boolean fits(By by) {
        return this != PAIRS || by == By.LOT;
    }
}
