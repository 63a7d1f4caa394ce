package se.samverkan.records.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who adopted a document, by what right. A board decides without signing in here: then it is named, with its paragraph.
 *
 * @param decidedBy the person who decided; null where somebody did who is not known here
 * @param decider who decided, where it is not a person of ours, such as a board
 * @param reference the delegation, or the minutes with their paragraph; needless where the role itself is enough
 * @param day the day of the decision
 */
public record Mandate(Kind kind, @Nullable Long decidedBy, String decider, String reference, LocalDate day) {

    /** What the right rests on. */
    public enum Kind {
        ROLE,
        DELEGATION,
        BOARD
    }
}
