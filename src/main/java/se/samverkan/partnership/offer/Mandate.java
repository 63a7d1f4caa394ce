package se.samverkan.partnership.offer;

import java.time.LocalDate;
import java.util.Optional;
import se.samverkan.shared.Refusal;

/**
 * On what mandate somebody answers: a delegation, or a board's decision with its paragraph and day.
 *
 * @param kind how it is given; empty where none is asked for
 * @param of which board, or which order of delegation
 * @param paragraph the paragraph of the board's minutes; empty for a delegation
 * @param day the day of the board's decision
 */
public record Mandate(Optional<Kind> kind, String of, String paragraph, Optional<LocalDate> day) {

    public static final Mandate NONE = new Mandate(Optional.empty(), "", "", Optional.empty());

    /** How a mandate is given. */
    public enum Kind {
        DELEGATION,
        BOARD
    }

    /** @throws Refusal when something is missing, or the decision is not made yet */
    void check(LocalDate today) {
        if (kind.isEmpty()) {
            throw Refusal.rule("partnership.offer.refusal.mandate");
        }
        if (of.isBlank()) {
            throw Refusal.rule("partnership.offer.refusal.mandate-of." + kind.get());
        }
        if (kind.get() == Kind.BOARD
                && (paragraph.isBlank() || day.isEmpty() || day.get().isAfter(today))) {
            throw Refusal.rule("partnership.offer.refusal.mandate-board");
        }
    }
}
