package se.samverkan.access.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import se.samverkan.access.Actor;
import se.samverkan.shared.page.Words;

/**
 * Gives a held form back: fills it in on the page where it was written, when its writer reads that page again, and puts
 * the held files into it when it is sent again. Works for every form of the system, with no script.
 */
class HeldFormFilter extends OncePerRequestFilter {

    private final HeldForms held;
    private final MessageSource messages;
    private final LocaleResolver locales;

    HeldFormFilter(HeldForms held, MessageSource messages, LocaleResolver locales) {
        this.held = held;
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Cookies.read(request, HeldForms.COOKIE).isEmpty()
                || !Actor.current().isSignedIn()
                || request.getRequestURI().startsWith("/static/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<HeldForm> waiting = held.heldFor(request);
        if (waiting.isEmpty()) {
            Cookies.remove(request, response, HeldForms.COOKIE);
        }
        Optional<HeldForm> form =
                waiting.filter(mine -> mine.person() == Actor.current().person());
        if (form.isPresent() && isItsPage(form.get(), request)) {
            fill(form.get(), request, response, chain);
        } else if (form.isPresent() && isSentAgain(form.get(), request)) {
            sendAgain(form.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isItsPage(HeldForm form, HttpServletRequest request) {
        String query = request.getQueryString();
        String path = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return HttpMethod.GET.matches(request.getMethod()) && form.page().equals(path);
    }

    private static boolean isSentAgain(HeldForm form, HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && form.action().equals(request.getRequestURI())
                && request.getParameter(HeldForms.COOKIE) != null;
    }

    private void fill(HeldForm form, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String type = page.getContentType();
        boolean html = type != null && MediaType.TEXT_HTML.includes(MediaType.parseMediaType(type));
        if (html && page.getStatus() == HttpServletResponse.SC_OK) {
            Words words = new Words(messages, locales.resolveLocale(request));
            String filled =
                    FormFiller.fill(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8), form, words);
            page.resetBuffer();
            page.getOutputStream().write(filled.getBytes(StandardCharsets.UTF_8));
        }
        page.copyBodyToResponse();
    }

    private void sendAgain(HeldForm form, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean withFiles =
                request.getContentType() != null && request.getContentType().startsWith("multipart/");
        chain.doFilter(withFiles ? new WithHeldFiles(request, form.files()) : request, response);
        if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
            held.release(request);
        }
    }
}
