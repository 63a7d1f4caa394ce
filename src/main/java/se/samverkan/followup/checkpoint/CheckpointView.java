package se.samverkan.followup.checkpoint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.shared.Period;

/**
 * A checkpoint (avstämning) of a plan in a term, as the reader knows it. One that nobody has written in yet exists too: it was born
 * by the rhythm of the programme.
 *
 * @param id 0 for one that nobody has written in
 * @param said what the group says
 * @param version what a change names as the version it saw
 */
public record CheckpointView(
        long id,
        long plan,
        long unit,
        Period term,
        Standing standing,
        CheckpointDraft said,
        int version,
        List<Deed> deeds,
        List<FollowOn> followOns) {

    /** Where it stands. */
    public enum Standing {
        /** Nobody has written in it. */
        AWAITED,
        OPEN,
        CLOSED,
        SKIPPED;

        public boolean isOver() {
            return this == CLOSED || this == SKIPPED;
        }
    }

    /**
     * A decision about it: closed, opened again with a reason, skipped with a reason.
     *
     * @param deed CLOSED, REOPENED or SKIPPED
     */
    public record Deed(String deed, String words, String by, Instant at) {}

    /**
     * Something that it led to.
     *
     * @param kind AMENDMENT, ASSIGNMENT or COMMISSION
     * @param address the path of what it became
     */
    public record FollowOn(String kind, String words, String address) {}

    /** The path of its page. */
    public String address() {
        return address(plan, term);
    }

    static String address(long plan, Period term) {
        return FollowedPlan.address(plan) + "/checkpoints/" + term.key();
    }

    /** Why it was skipped. */
    public Optional<Deed> skipped() {
        return standing == Standing.SKIPPED ? Optional.of(deeds.getLast()) : Optional.empty();
    }
}
