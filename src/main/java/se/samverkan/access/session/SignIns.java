package se.samverkan.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Where a session begins, once somebody has shown who they are, and where it ends. */
@Component
public class SignIns {

    private final Sessions sessions;
    private final SessionContexts contexts;

    SignIns(Sessions sessions, SessionContexts contexts) {
        this.sessions = sessions;
        this.contexts = contexts;
    }

    /** Begins a session with a token of its own; one that was open in this browser ends. */
    public void begin(HttpServletRequest request, HttpServletResponse response, long person, Way way) {
        Cookies.read(request, Cookies.SESSION).ifPresent(sessions::end);
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        String token = sessions.begin(person, way, Agent.family(agent));
        Cookies.write(request, response, Cookies.SESSION, token, Cookies.AS_LONG_AS_THE_BROWSER);
        Cookies.remove(request, response, Cookies.FORM);
    }

    public void end(HttpServletRequest request, HttpServletResponse response) {
        Cookies.read(request, Cookies.SESSION).ifPresent(sessions::end);
        Cookies.remove(request, response, Cookies.SESSION);
    }

    /** What the session of this request is called where its key must not be shown. */
    public Optional<UUID> handle(HttpServletRequest request) {
        return contexts.session(request).map(Session::handle);
    }

    /** Makes this copy of the application ask the database again, after sessions were ended there. */
    public void forgetEnded() {
        sessions.forget();
    }
}
