package se.samverkan.selection.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.selection.round.RoundMaterial.Conclusion;

/**
 * The second half of the test on one unit, as far as the reader may know: can it turn things round on its own? While fewer
 * than two have finished, nobody knows of anybody else's, not even that it is begun.
 *
 * @param own what the reader has written, where the reader has
 * @param finished the finished assessments, once there are two; empty before
 * @param joint what the two have agreed on
 */
record Assessment(Optional<Opinion> own, List<Opinion> finished, Optional<Joint> joint) {

    static final Assessment NONE = new Assessment(Optional.empty(), List.of(), Optional.empty());

    /**
     * What one assessor says.
     *
     * @param name who
     * @param conclusion null while it is not decided
     * @param version counts upwards with every save
     * @param doneAt when it was finished; null while it is not
     */
    record Opinion(
            long person,
            String name,
            @Nullable Conclusion conclusion,
            String reasons,
            int version,
            @Nullable Instant doneAt) {

        boolean isDone() {
            return doneAt != null;
        }
    }

    /** What two have agreed on; the version counts upwards with every change. */
    record Joint(Conclusion conclusion, String reasons, String madeBy, Instant madeAt, int version) {}

    /** Where the work on a unit stands for the reader. */
    enum State {
        NOT_BEGUN,
        BEGUN,
        WAITING,
        BOTH_DONE,
        /** Two others have finished, so the reader's own is not needed. */
        BY_OTHERS,
        JOINED
    }

    State state() {
        if (joint.isPresent()) {
            return State.JOINED;
        }
        boolean mine = own.map(Opinion::isDone).orElse(false);
        if (isUnsealed()) {
            return mine ? State.BOTH_DONE : State.BY_OTHERS;
        }
        if (mine) {
            return State.WAITING;
        }
        return own.isPresent() ? State.BEGUN : State.NOT_BEGUN;
    }

    /** Whether two have finished, so that all of the round's people may read. */
    boolean isUnsealed() {
        return !finished.isEmpty();
    }

    /** Whether the reader still has something to write of one's own. */
    boolean isOpenToReader() {
        return !isUnsealed() && !own.map(Opinion::isDone).orElse(false);
    }

    /** Whether the reader is one of the two, who write the joint line. */
    boolean isJoinedByReader() {
        return isUnsealed() && own.map(Opinion::isDone).orElse(false);
    }

    /** Whether the two came to the same conclusion. */
    boolean isAgreed() {
        return finished.stream().map(Opinion::conclusion).distinct().count() == 1;
    }
}
