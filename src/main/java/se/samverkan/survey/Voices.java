package se.samverkan.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.page.Words;

/**
 * The door to what voices have come to, for rooms that build on it: closed surveys and idea rounds of a unit, as far as the
 * actor reads them. What comes out is what the rules of suppression let anybody see; there is no way to an answer.
 */
public interface Voices {

    /** What has been closed at a unit, the newest first. */
    List<Told> told(long partnership, long unit);

    /** What one of them came to, in words that can be kept; empty where too few answered to show anything. */
    Optional<String> words(Told told, Words words);

    /**
     * The work teams of a unit that have hardly taken part in any step that was counted: five people or more, and never one
     * that could be worked out from the others; none while nothing has been counted.
     */
    List<String> teamsNotHeard(PartnershipView partnership, long unit);

    /**
     * The same questions put twice at a unit: how much the answers of the newest survey differ from those of the one before it with
     * the same set of questions and the same people to answer. Only what enough answered both times, and no group of them.
     */
    List<Changed> changes(long partnership, long unit, Words words);

    /**
     * A question that was put twice.
     *
     * @param before the day on which the first survey was closed
     * @param answeredBefore how many answered it then
     */
    record Changed(
            String question,
            Heard heard,
            LocalDate before,
            int answeredBefore,
            LocalDate after,
            int answeredAfter,
            List<Move> moves) {}

    /**
     * How the share of those who chose something has moved, in per cent.
     *
     * @param low the lower end of the change's 95 per cent interval, in percentage points
     * @param high the upper end
     */
    record Move(String choice, double before, double after, double low, double high) {

        /** Whether chance alone seldom makes so large a change. */
        public boolean isSure() {
            return low > 0 || high < 0;
        }
    }

    /** Which way voices were asked. */
    enum Way {
        SURVEY,
        IDEA_ROUND
    }

    /** Who was asked. */
    enum Heard {
        PUPILS,
        STAFF,
        GUARDIANS
    }

    /**
     * A survey or an idea round that is closed.
     *
     * @param heard who was asked; empty for an idea round, which does not say
     * @param day when it was closed; of an idea round, when it was made
     * @param address the path of its page
     */
    record Told(Way way, long id, Optional<Heard> heard, String title, LocalDate day, String address) {}
}
