package se.samverkan.access.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import se.samverkan.shared.Refusal;

/**
 * When a door says that one must sign in: a page leads to the sign-in page and back, and a form is held until its writer
 * has signed in again. The API gets its problem in its own words from whoever answers for it.
 */
@Component
class SignInFirst implements HandlerExceptionResolver, Ordered {

    private static final String REASON = "refusal.sign-in";
    private static final String HTMX_REDIRECT = "HX-Redirect";

    private final HeldForms held;

    SignInFirst(HeldForms held) {
        this.held = held;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        boolean ours = thrown instanceof Refusal refusal && refusal.reason().equals(REASON);
        if (!ours || request.getRequestURI().startsWith("/api/") || SessionContexts.isBearer(request)) {
            return null;
        }
        try {
            lead(request, response, ReturnPath.signInFirst(wayBack(request, response)));
            return new ModelAndView();
        } catch (IOException | ServletException e) {
            return null;
        }
    }

    private String wayBack(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            Optional<Long> writer = held.writer(request);
            return writer.isPresent() ? held.hold(request, response, writer.get()) : "/";
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** See other, always: what was sent is not to be sent again by the browser itself. */
    static void lead(HttpServletRequest request, HttpServletResponse response, String path) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader(HTMX_REDIRECT, path);
            return;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
