package se.samverkan.records.file;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a form with a file that is far too large by what its head says, before a byte of it is read. Forms with files go
 * to addresses under {@link #ADDRESSES}; a form that does not say how large it is is none that a browser sends.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TooLargeFilter extends OncePerRequestFilter {

    private static final List<String> ADDRESSES = List.of("/documents", "/partnerships");

    /** What a form may hold beside its file. */
    private static final long REST = 2L * 1024 * 1024;

    /** The page that says what has happened. */
    private static final String TELLING = "/problems/too-large";

    private final FileSettings settings;

    TooLargeFilter(FileSettings settings) {
        this.settings = settings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return ADDRESSES.stream().noneMatch(request.getRequestURI()::startsWith)
                || type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length < 0 || length > settings.bytes() + REST) {
            response.setHeader("Connection", "close");
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            request.getRequestDispatcher(TELLING).forward(new Unread(request), response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** The request as one that only asks for a page, so that nobody on the way reads what it carries. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }
    }
}
