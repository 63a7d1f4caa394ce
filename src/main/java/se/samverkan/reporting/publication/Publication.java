package se.samverkan.reporting.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A publication (publicering), as somebody who works with it sees it: what it says, how far it has come, and what the actor may
 * do with it. Once it waits for review its words are not changed, so that what was reviewed is what the public reads.
 *
 * @param owner the organisation that speaks
 * @param organiser the organiser that it is about; empty where an office tells of nobody in particular
 * @param about the partnership, the lesson or the run that it is about; empty for news
 * @param content a lesson or a result as it was chosen, as JSON; empty for the others
 * @param ground what law makes it public, where an office says it of an organiser
 * @param reason why it is published although something looks like a name or a number of somebody
 * @param units the units that it shows, by name
 * @param writes whether the actor writes in it
 * @param reviews whether the actor reviews it
 * @param keepsOrder whether the actor may withdraw it, for the agency on whose pages it stands
 */
record Publication(
        long id,
        Kind kind,
        long owner,
        String ownerName,
        Optional<Long> organiser,
        String organiserName,
        String unitName,
        Optional<Long> about,
        String title,
        String words,
        String content,
        String ground,
        String reason,
        Standing standing,
        int version,
        long madeBy,
        String by,
        Instant at,
        boolean writes,
        boolean reviews,
        boolean keepsOrder,
        List<String> units,
        List<Step> steps) {

    /** What is told. */
    enum Kind {
        PARTICIPATION,
        NEWS,
        LESSON,
        RESULT
    }

    /** How far it has come. */
    enum Standing {
        DRAFT,
        PROPOSED,
        RETURNED,
        RELEASED,
        WITHDRAWN;

        /** Whether its words can be changed, and it can be handed over for review. */
        boolean isWritten() {
            return this == DRAFT || this == RETURNED;
        }
    }

    /** What was decided about it; it became what the step is called. */
    record Step(Standing kind, String words, boolean alone, String by, Instant at) {}

    Publication with(List<String> shown, List<Step> happened) {
        return new Publication(
                id,
                kind,
                owner,
                ownerName,
                organiser,
                organiserName,
                unitName,
                about,
                title,
                words,
                content,
                ground,
                reason,
                standing,
                version,
                madeBy,
                by,
                at,
                writes,
                reviews,
                keepsOrder,
                shown,
                happened);
    }

    /** Whether it is a line of the list of those who take part, of which there can be hundreds. */
    boolean isOnTheList() {
        return kind == Kind.PARTICIPATION && standing == Standing.RELEASED;
    }

    boolean mayPropose() {
        return writes && standing.isWritten();
    }

    boolean mayJudge() {
        return reviews && standing == Standing.PROPOSED;
    }

    boolean mayWithdraw() {
        return standing == Standing.RELEASED
                ? writes || reviews || keepsOrder
                : writes && standing != Standing.WITHDRAWN;
    }

    /** The path of the page where it is worked with. */
    String address() {
        return "/publishing/" + id;
    }

    /** The path at which the public reads it; null while it does not. */
    @Nullable
    String publicAddress() {
        if (standing != Standing.RELEASED) {
            return null;
        }
        return switch (kind) {
            case PARTICIPATION -> "/public/participants";
            case NEWS -> "/public/news/" + id;
            case LESSON -> "/public/lessons/" + id;
            case RESULT -> "/public/results/" + id;
        };
    }
}
