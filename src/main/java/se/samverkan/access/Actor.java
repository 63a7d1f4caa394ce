package se.samverkan.access;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person on whose behalf something is done right now: signed in on a page, bearer of a token, or the service person
 * of a command or job. Nobody at all is an actor too, the public, who may do nothing but read what is public.
 *
 * @param person the id of the person, 0 for the public
 * @param name what the person is called
 * @param language sv or en
 * @param onBehalfOf the system user's name when a command is run by the service person <i>console</i>, else null
 * @param grants the verbs of the person's assignments of today
 */
public record Actor(
        long person, String name, String language, @Nullable String onBehalfOf, Grants grants) {

    /** Nobody in particular: reads what is public, may do nothing. */
    public static final Actor PUBLIC = new Actor(0, "", "sv", null, Grants.NONE);

    /** The actor of this thread, the public when nobody has signed in. */
    public static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor ? actor : PUBLIC;
    }

    public boolean isSignedIn() {
        return person != 0;
    }

    /**
     * The verbs a person holds today, each everywhere, within some organisations or in some partnerships.
     *
     * @param everywhere the verbs held without limit
     * @param within the verbs held within organisations, by their ids
     * @param inPartnerships the verbs held in single partnerships, by their ids
     */
    public record Grants(Set<Verb> everywhere, Map<Verb, Set<Long>> within, Map<Verb, Set<Long>> inPartnerships) {

        public static final Grants NONE = new Grants(Set.of(), Map.of(), Map.of());

        /** Whether the verb is held at all; what menus ask. */
        public boolean hold(Verb verb) {
            return everywhere.contains(verb) || within.containsKey(verb) || inPartnerships.containsKey(verb);
        }

        /** Whether the verb is held in a partnership by a role that names it. */
        public boolean holdInPartnership(Verb verb, long partnership) {
            return inPartnerships.getOrDefault(verb, Set.of()).contains(partnership);
        }

        /** Whether the verb is held for this organisation. */
        public boolean hold(Verb verb, long organisation) {
            return everywhere.contains(verb)
                    || within.getOrDefault(verb, Set.of()).contains(organisation);
        }
    }
}
