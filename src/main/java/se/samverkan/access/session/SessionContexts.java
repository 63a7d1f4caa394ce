package se.samverkan.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.access.NamelessPath;

/**
 * Tells every request who acts in it, by the session of its cookie. There is no HttpSession anywhere.
 *
 * <p>The session is read at once and not when it is first asked for: that could be inside a transaction.
 */
@Component
class SessionContexts implements SecurityContextRepository {

    private static final String FOUND = SessionContexts.class.getName() + ".found";

    private final Sessions sessions;
    private final List<NamelessPath> nameless;

    SessionContexts(Sessions sessions, List<NamelessPath> nameless) {
        this.sessions = sessions;
        this.nameless = List.copyOf(nameless);
    }

    /** Whether nobody is asked in this request who they are, whatever cookies it brings. */
    boolean isNameless(HttpServletRequest request) {
        return NamelessPath.isUnder(nameless, request.getRequestURI());
    }

    /** The session of the request's cookie, living or ended. A request with a bearer token has none. */
    @SuppressWarnings("unchecked")
    Optional<Session> session(HttpServletRequest request) {
        Object found = request.getAttribute(FOUND);
        if (found == null) {
            found = isBearer(request) || isNameless(request)
                    ? Optional.empty()
                    : Cookies.read(request, Cookies.SESSION).flatMap(sessions::find);
            request.setAttribute(FOUND, found);
        }
        return (Optional<Session>) found;
    }

    static boolean isBearer(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        SecurityContext context = isAsset(request) ? SecurityContextHolder.createEmptyContext() : context(request);
        return new Loaded(context);
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    /** Nothing to save: a session begins and ends by {@link SignIns} only. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return session(request).flatMap(Session::actor).isPresent();
    }

    private SecurityContext context(HttpServletRequest request) {
        Optional<Actor> actor = session(request).flatMap(Session::actor);
        return actor.<SecurityContext>map(signedIn -> new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(signedIn, "", AuthorityUtils.NO_AUTHORITIES)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    private static boolean isAsset(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/static/");
    }

    private record Loaded(SecurityContext context) implements DeferredSecurityContext {

        @Override
        public SecurityContext get() {
            return context;
        }

        @Override
        public boolean isGenerated() {
            return context.getAuthentication() == null;
        }
    }
}
