package se.samverkan.access;

import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Refusal;

/**
 * The check at every door: may this person do this? The database checks the row besides.
 *
 * <p>A refusal gives its reason only to those who may know that the thing exists; for the others it is not there.
 */
@Component
public class Rights {

    /** Whether the current actor holds the verb anywhere; for menus, and for showing a form before it is filled in. */
    public boolean allow(Verb verb) {
        return Actor.current().grants().hold(verb);
    }

    public boolean allow(Verb verb, long organisation) {
        return Actor.current().grants().hold(verb, organisation);
    }

    /** The organisations for which the current actor holds the verb, by their ids; a right without limit names none. */
    public Set<Long> organisations(Verb verb) {
        return Actor.current().grants().within().getOrDefault(verb, Set.of());
    }

    /** Whether the current actor holds the verb by a role that names this partnership. */
    public boolean allowInPartnership(Verb verb, long partnership) {
        return Actor.current().grants().holdInPartnership(verb, partnership);
    }

    /** Whether the current actor holds the verb without limit. */
    public boolean allowEverywhere(Verb verb) {
        return Actor.current().grants().everywhere().contains(verb);
    }

    /** Refuses unless the current actor holds the verb without limit. */
    public void requireEverywhere(Verb verb) {
        if (!allowEverywhere(verb)) {
            throw notAllowed(verb);
        }
    }

    /** Refuses unless the current actor holds the verb somewhere; the database then narrows the rows. */
    public void require(Verb verb) {
        if (!allow(verb)) {
            throw notAllowed(verb);
        }
    }

    /** Refuses unless the current actor holds the verb for this organisation. */
    public void require(Verb verb, long organisation) {
        if (!allow(verb, organisation)) {
            throw notAllowed(verb);
        }
    }

    private static Refusal notAllowed(Verb verb) {
        return Actor.current().isSignedIn()
                ? Refusal.notAllowed("refusal.verb." + verb)
                : Refusal.notAllowed("refusal.sign-in");
    }
}
