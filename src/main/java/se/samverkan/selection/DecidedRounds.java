package se.samverkan.selection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The door for the rooms where offers live: whom a decided round names, and whose turn it is when somebody will not take
 * part. It answers only those who have a duty in the round, and only with ids; what the choice was made of stays inside.
 */
public interface DecidedRounds {

    /**
     * A decided round.
     *
     * @param variant the key of the programme variant that it chose for
     * @param owner the agency or office that chose
     * @param open whether the actor may take in reserves
     */
    record Decided(long id, String name, String purpose, String variant, String cohort, long owner, boolean open) {}

    /**
     * A unit that is to be offered support now.
     *
     * @param unit its id
     * @param called whether it is a reserve that has taken somebody's place
     */
    record Place(long unit, boolean called) {}

    /**
     * A reserve.
     *
     * @param unit its id
     * @param taken whether it has the place already
     */
    record Reserve(long unit, boolean taken) {}

    /** Why a unit will not take part, as the round keeps it. */
    enum Left {
        DECLINED,
        OTHER_SUPPORT,
        OTHER
    }

    /** Those of the actor's rounds that are decided, the newest first. */
    List<Decided> all();

    /** One of them; empty where there is none that the actor may read. */
    default Optional<Decided> find(long round) {
        return all().stream().filter(each -> each.id() == round).findFirst();
    }

    /** Whom a round names now. */
    List<Place> toOffer(long round);

    /**
     * Whose turn it is after units that will not take part.
     *
     * @param leaving the ids of units that a round names, or has named
     * @return the reserve by the id of the unit; none where none is left
     */
    Map<Long, Reserve> reserves(long round, Collection<Long> leaving);

    /**
     * Leaves out a unit and takes in the next reserve.
     *
     * @param note more in words; needed where the reason is none of those with a name
     * @return the id of the reserve; empty where none was left
     * @throws se.samverkan.shared.Refusal when the actor does not prepare the round, or it is closed
     */
    Optional<Long> takeIn(long round, long unit, Left why, String note);
}
