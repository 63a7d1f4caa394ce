package se.samverkan.programme.variant;

import java.util.List;

/**
 * How a unit comes into the programme: by an offer after a selection or without one, and who has to say yes. All the
 * approvals that are asked for must be there before a unit has come in; the order is free.
 *
 * @param selection whether an offer stands on a decided selection round
 * @param daysToAnswer how many days an offer is open when nothing else is said
 * @param approvals who says yes, each of them
 */
public record Entry(Selection selection, int daysToAnswer, List<Approval> approvals) {

    /** Whether an offer stands on a decided selection round. */
    public enum Selection {
        REQUIRED,
        OPTIONAL,
        NONE
    }

    /**
     * A yes that is needed for every unit.
     *
     * @param role who gives it
     * @param mandate whether it says on what mandate it is given (delegation, or a board's decision)
     */
    public record Approval(String role, boolean mandate) {}
}
