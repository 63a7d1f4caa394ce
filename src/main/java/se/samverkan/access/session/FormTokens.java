package se.samverkan.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.stereotype.Component;

/**
 * Which proof a form of this request must carry: the one of its session, also when that has ended, or for a visitor the
 * one of a random cookie. Any copy of the application can tell.
 */
@Component
class FormTokens implements CsrfTokenRepository, CsrfTokenRequestHandler {

    private final SessionContexts contexts;
    private final SharedSecret secret;

    FormTokens(SessionContexts contexts, SharedSecret secret) {
        this.contexts = contexts;
        this.secret = secret;
    }

    /** The proof a request brought, unmasked, or null. */
    static @Nullable String sent(HttpServletRequest request) {
        String header = request.getHeader(FormToken.HEADER);
        return FormToken.unmask(header == null ? request.getParameter(FormToken.FIELD) : header);
    }

    @Override
    public DeferredCsrfToken loadDeferredToken(HttpServletRequest request, HttpServletResponse response) {
        return new Due(new FormToken(once(() -> expected(request, response))));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        if (contexts.isNameless(request)) {
            return;
        }
        CsrfToken masked = new FormToken(once(() -> FormToken.mask(token.get().getToken())));
        request.setAttribute(CsrfToken.class.getName(), masked);
        request.setAttribute(masked.getParameterName(), masked);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return sent(request);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        throw new UnsupportedOperationException("a proof is derived, never drawn");
    }

    /** Nothing to save, the proof is derived. */
    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return Cookies.read(request, Cookies.FORM)
                .map(cookie -> new FormToken(() -> FormToken.ofVisitor(secret, cookie)))
                .orElse(null);
    }

    private String expected(HttpServletRequest request, HttpServletResponse response) {
        return contexts.session(request)
                .map(session -> FormToken.ofSession(secret, session.handle()))
                .orElseGet(() -> FormToken.ofVisitor(secret, visitor(request, response)));
    }

    private static String visitor(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> cookie = Cookies.read(request, Cookies.FORM);
        return cookie.orElseGet(() -> {
            String made = Tokens.random();
            Cookies.write(request, response, Cookies.FORM, made, Cookies.AS_LONG_AS_THE_BROWSER);
            return made;
        });
    }

    private static Supplier<String> once(Supplier<String> made) {
        return new Supplier<>() {
            private @Nullable String value;

            @Override
            public String get() {
                String known = value;
                if (known == null) {
                    known = made.get();
                    value = known;
                }
                return known;
            }
        };
    }

    private record Due(CsrfToken token) implements DeferredCsrfToken {

        @Override
        public CsrfToken get() {
            return token;
        }

        @Override
        public boolean isGenerated() {
            return false;
        }
    }
}
