package se.samverkan.selection.candidate;

/**
 * What a criterion is about. Low results or a high share who do not complete, and hard conditions: the first three speak
 * of results, the last of conditions.
 */
public enum CriterionKind {
    LOW_RESULT,
    NON_COMPLETION,
    DEVIATION,
    CONDITION;

    /** Whether it speaks of results, and not of conditions. */
    public boolean isResult() {
        return this != CONDITION;
    }
}
