package se.samverkan.partnership.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;

/**
 * A decision about a partnership, or about one unit in it, as it stands in the record.
 *
 * @param unit the unit that it is about; empty for the partnership as a whole
 * @param day the day that it holds from
 * @param reason a coded reason, empty where the kind needs none
 * @param words why, in words
 * @param mandate on what mandate, in words; empty where none was asked for
 * @param by what the person who made it is called
 */
public record Decision(
        long id,
        Optional<Long> unit,
        DecisionKind kind,
        LocalDate day,
        String reason,
        String words,
        String mandate,
        PersonName by,
        Instant at) {

    /** The same decision with the name of the person who made it. */
    Decision by(PersonName person) {
        return new Decision(id, unit, kind, day, reason, words, mandate, person, at);
    }

    /** What is to be decided: the kind, the day that it holds from, and why. */
    public record Draft(DecisionKind kind, LocalDate day, String reason, String words, String mandate) {

        public static Draft of(DecisionKind kind, LocalDate day) {
            return new Draft(kind, day, "", "", "");
        }
    }
}
