package se.samverkan.access.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;

/**
 * Answers a form that does not carry the proof of this request's session. If it carries the proof of another one, it is a
 * form of ours that was written before: it is held for its writer, and given back. Anything else is refused with a page
 * that says what to do. The API takes no forms: who writes to it brings a key.
 */
@Component
class FormRefusal implements AccessDeniedHandler {

    static final String PAGE = "/sign-in/form-refused";

    private final HeldForms held;

    FormRefusal(HeldForms held) {
        this.held = held;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        Actor actor = Actor.current();
        Optional<Long> writer = held.writer(request);
        if (writer.isPresent() && (!actor.isSignedIn() || actor.person() == writer.get())) {
            String page = held.hold(request, response, writer.get());
            SignInFirst.lead(request, response, actor.isSignedIn() ? page : ReturnPath.signInFirst(page));
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}
