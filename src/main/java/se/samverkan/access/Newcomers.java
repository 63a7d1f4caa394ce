package se.samverkan.access;

import java.util.Optional;

/**
 * Where those who staff partnerships bring in somebody whom the system does not know yet, without managing people at large.
 * The role itself is given by the room of partnerships.
 */
public interface Newcomers {

    /**
     * Enters somebody, kept by an organisation for which the actor staffs partnerships. Somebody who has that address already
     * is the one who is meant.
     *
     * @param language sv or en
     * @throws se.samverkan.shared.Refusal when the actor does not staff partnerships for that organisation
     */
    Entered enter(String name, String email, String language, long organisation);

    /**
     * Who it is.
     *
     * @param link the path of a one-time link to come in by, to be handed over; empty for somebody who was known already
     */
    record Entered(long person, Optional<String> link) {}
}
