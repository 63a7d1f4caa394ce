package se.samverkan.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Lets jobs and commands act as a person: with the rights that person has when the deed is done, no more.
 */
@Component
public class ActingAs {

    private final Actors actors;

    ActingAs(Actors actors) {
        this.actors = actors;
    }

    /** Does something as a person, with the person's rights of this moment. */
    public <T extends @Nullable Object> T person(long id, Supplier<T> deed) {
        return as(actors.load(id, null), deed);
    }

    /** Does something as the service person <i>console</i>, for the system user who runs the command. */
    public <T extends @Nullable Object> T console(Supplier<T> deed) {
        return as(actors.service("console", System.getProperty("user.name", "")), deed);
    }

    /** Does something as the service person <i>system</i>, when a rule and nobody in particular asks for it. */
    public <T extends @Nullable Object> T system(Supplier<T> deed) {
        return as(actors.service("system", null), deed);
    }

    /** The person as an actor with the grants of this moment, or nothing when there is no such person any more. */
    public Optional<Actor> actor(long person) {
        return actors.find(person, null);
    }

    private static <T extends @Nullable Object> T as(Actor actor, Supplier<T> deed) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(actor, "", AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        try {
            return deed.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
