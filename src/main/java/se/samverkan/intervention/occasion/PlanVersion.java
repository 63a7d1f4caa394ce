package se.samverkan.intervention.occasion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.intervention.commission.Deed.Side;

/**
 * A version of the detailed plan of a commission.
 *
 * @param number which of those that were agreed on it is, from 1; 0 for any other
 * @param side whose proposal it is
 * @param words what that side says of it
 * @param answer what the other side said
 * @param occasions in time
 */
public record PlanVersion(
        long id,
        int number,
        Side side,
        Standing standing,
        String words,
        String answer,
        PersonName by,
        Optional<Instant> settled,
        List<Occasion> occasions) {

    /** Where a version stands. */
    public enum Standing {
        DRAFT,
        PROPOSED,
        AGREED,
        REFUSED,
        REPLACED
    }

    Optional<Occasion> find(long occasion) {
        return occasions.stream().filter(each -> each.id() == occasion).findFirst();
    }

    PlanVersion with(List<Occasion> own) {
        return new PlanVersion(id, number, side, standing, words, answer, by, settled, own);
    }
}
