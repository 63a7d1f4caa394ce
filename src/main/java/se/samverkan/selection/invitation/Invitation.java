package se.samverkan.selection.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * An invitation (inbjudan) of one organiser to a selection round by lot, as it was sent. It cannot be unsent and is never
 * changed: what the organiser was told stays readable, whatever becomes of the round.
 *
 * @param id its id
 * @param round the round that it is to
 * @param organiser who is invited
 * @param owner who invites
 * @param told what it tells of the round
 * @param greeting what the sender wrote, in own words; may be empty
 * @param lastDay the last day to propose exclusions
 * @param sentBy who sent it
 * @param sentAt when
 * @param units how many of the organiser's units it concerns
 * @param waiting how many proposed exclusions have no answer yet
 * @param state whether exclusions can be proposed
 */
public record Invitation(
        long id,
        long round,
        Party organiser,
        Party owner,
        Told told,
        String greeting,
        LocalDate lastDay,
        String sentBy,
        Instant sentAt,
        int units,
        int waiting,
        State state) {

    /** An organisation, as it was called then. */
    public record Party(long id, String name) {}

    /** What an invitation tells of the round, as it was then. */
    public record Told(String name, String purpose, String variant, String cohort, OptionalInt perOrganiser) {}

    /** Whether exclusions can be proposed. */
    enum State {
        OPEN,
        DAY_PASSED,
        FROZEN
    }

    /** A unit of the organiser that could come in question when the invitation was sent. */
    public record Concerned(String form, long unit, String key, String name) {}

    /**
     * The odds of one school form, as they were when the invitation was sent.
     *
     * @param form the school form
     * @param places how many units are to be offered support
     * @param units how many units could come in question in the whole round
     */
    record Odds(String form, int places, int units) {

        /** Among how many units one is offered support; of a pair only one is, so never fewer than two. */
        long oneOf() {
            return Math.max(2, Math.round((double) units / places));
        }

        /** A unit that is alone has no other to be paired with. */
        boolean canBeDrawn() {
            return units >= 2;
        }
    }

    /** Whether it can still be answered. */
    public boolean isOpen() {
        return state == State.OPEN;
    }
}
