package se.samverkan.selection;

/**
 * What a criterion is about. Low results or a high share who do not complete, and hard conditions: the first three speak
 * of results, the last of conditions.
 */
enum CriterionKind {
    LOW_RESULT,
    NON_COMPLETION,
    DEVIATION,
    CONDITION;

    boolean isResult() {
        return this != CONDITION;
    }
}
