package se.samverkan.partnership.cohort;

import java.util.List;
import se.samverkan.access.Role;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.offer.Offer;
import se.samverkan.partnership.offer.Offer.OfferedUnit;

/**
 * An organiser in a cohort, and where it stands.
 *
 * @param offers its offers, the newest first
 */
public record CohortRow(List<Offer> offers) {

    /** What comes next for an organiser. */
    public enum Next {
        TO_SEND,
        TO_ANSWER,
        TO_START,
        GOES_ON,
        IS_OUT
    }

    public Offer newest() {
        return offers.getFirst();
    }

    public Next next() {
        Standing standing = newest().standing();
        if (!standing.isLive()) {
            return Next.IS_OUT;
        }
        if (isWaiting()) {
            return Next.TO_ANSWER;
        }
        return switch (standing) {
            case ACCEPTED -> Next.TO_START;
            case RUNNING, PAUSED -> Next.GOES_ON;
            default -> Next.TO_SEND;
        };
    }

    private boolean isWaiting() {
        return units().stream().anyMatch(OfferedUnit::isWaiting);
    }

    /** Its units in all offers. */
    public List<OfferedUnit> units() {
        return offers.stream().flatMap(offer -> offer.units().stream()).toList();
    }

    /** Whose answers are missing, each role once. */
    public List<Role> awaited() {
        return units().stream()
                .filter(OfferedUnit::isWaiting)
                .flatMap(unit -> unit.awaited().stream())
                .distinct()
                .toList();
    }

    public long count(Standing wanted) {
        return units().stream().filter(unit -> unit.standing() == wanted).count();
    }

    boolean isReady() {
        return next() == Next.TO_START;
    }
}
