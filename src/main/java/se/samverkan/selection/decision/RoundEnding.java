package se.samverkan.selection.decision;

/**
 * How far the end of a round has come, once its places are allotted.
 *
 * @param decision where the decision stands
 * @param isShared whether the organisers concerned have been told
 * @param replaced how many units have been left out since
 */
public record RoundEnding(State decision, boolean isShared, int replaced) {

    /** Where a decision stands. */
    enum State {
        /** Nobody has proposed anything, or the proposal was handed back. */
        NONE,
        /** A proposal waits. */
        WAITING,
        MADE
    }

    /** Whether a decision is made. */
    public boolean isDecided() {
        return decision == State.MADE;
    }
}
