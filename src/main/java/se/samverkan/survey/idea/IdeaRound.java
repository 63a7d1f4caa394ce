package se.samverkan.survey.idea;

import java.time.LocalDate;

/**
 * An idea round (idérunda), as whoever leads it sees it.
 *
 * @param question what everybody writes about
 * @param votes how many votes each has
 * @param code what stands in its link
 * @param version what a change names as the version it saw
 */
public record IdeaRound(
        long id,
        long partnership,
        long organiser,
        String organiserName,
        long unit,
        String unitName,
        String question,
        int votes,
        String code,
        Standing standing,
        int version,
        LocalDate madeOn) {

    /** How far it has come. What has been voted on is not grouped anew; from grouping one can go back to writing. */
    public enum Standing {
        WRITING,
        GROUPING,
        VOTING,
        CLOSED;

        boolean mayBecome(Standing next) {
            return switch (this) {
                case WRITING -> next == GROUPING;
                case GROUPING -> next == WRITING || next == VOTING;
                case VOTING -> next == CLOSED;
                case CLOSED -> false;
            };
        }

        /** Whether phones change what the screen shows. */
        public boolean isLive() {
            return this == WRITING || this == VOTING;
        }
    }

    /** The path that phones go to. */
    public String link() {
        return "/i/" + code;
    }
}
