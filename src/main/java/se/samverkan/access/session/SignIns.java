package se.samverkan.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Where a session begins, once somebody has shown who they are, and where it ends. */
@Component
public class SignIns {

    private final Sessions sessions;
    private final SessionSettings settings;

    SignIns(Sessions sessions, SessionSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Begins a session with a token of its own; one that was open in this browser ends. */
    public void begin(HttpServletRequest request, HttpServletResponse response, long person, Way way) {
        Cookies.read(request, Cookies.SESSION).ifPresent(sessions::end);
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        String token = sessions.begin(person, way, Agent.family(agent));
        Cookies.write(request, response, Cookies.SESSION, token, settings.absolute());
        Cookies.remove(request, response, Cookies.FORM);
    }

    public void end(HttpServletRequest request, HttpServletResponse response) {
        Cookies.read(request, Cookies.SESSION).ifPresent(sessions::end);
        Cookies.remove(request, response, Cookies.SESSION);
    }

    /** Makes this copy of the application ask the database again, after sessions were ended there. */
    public void forgetEnded() {
        sessions.forget();
    }
}
