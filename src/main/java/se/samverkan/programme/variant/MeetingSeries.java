package se.samverkan.programme.variant;

import java.util.List;

/**
 * A series of meetings (träffar) in a phase: as many as it lists, no more and no fewer.
 *
 * @param phase the phase that it belongs to
 * @param levels the levels that hold a series each
 * @param together whether all units of a partnership, or of a cohort, meet as one
 * @param meetings the meetings, in order
 */
public record MeetingSeries(
        String key, Text name, String phase, List<Level> levels, Together together, List<PlannedMeeting> meetings) {

    /** Who meets as one. */
    public enum Together {
        UNIT,
        PARTNERSHIP,
        COHORT
    }

    /**
     * One meeting as planned.
     *
     * @param minutes how long it is
     * @param weeks how many weeks into the phase it is held
     * @param invited the roles that are invited
     * @param agenda what is talked about, point by point
     * @param prepare what to have done before
     * @param task what is done until the next one; empty text where nothing is
     */
    public record PlannedMeeting(
            String key,
            Text name,
            int minutes,
            int weeks,
            List<String> invited,
            List<Text> agenda,
            Text prepare,
            Text task) {}
}
