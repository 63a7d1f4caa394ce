package se.samverkan.access.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.access.Actor.Grants;
import se.samverkan.access.Verb;
import se.samverkan.access.token.Tokens.Bearer;
import se.samverkan.shared.page.Words;
import tools.jackson.databind.ObjectMapper;

/**
 * Makes an actor of the key that a request to the API brings: the person whose key it is, with what that person may now
 * and the key's scope names. A key that does not work is refused with the reason, before anything is done.
 */
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final ActingAs acting;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    BearerTokens(Tokens tokens, ActingAs acting, MessageSource messages, LocaleResolver locales, ObjectMapper json) {
        this.tokens = tokens;
        this.acting = acting;
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith("/api/")) {
            refuse(request, response, "refusal.token.api-only");
            return;
        }
        String value = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip();
        Optional<Bearer> bearer = tokens.bearer(new Secret(value).digest());
        if (bearer.isEmpty() || !bearer.get().state().equals("WORKS")) {
            refuse(
                    request,
                    response,
                    "refusal.token." + bearer.map(Bearer::state).orElse("UNKNOWN"));
            return;
        }
        Optional<Actor> owner = acting.actor(bearer.get().person());
        if (owner.isEmpty()) {
            refuse(request, response, "refusal.token.owner-gone");
            return;
        }
        enter(narrowed(owner.get(), Set.copyOf(bearer.get().scope())));
        chain.doFilter(request, response);
    }

    private static void enter(Actor actor) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(actor, "", AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
    }

    static Actor narrowed(Actor owner, Set<Verb> scope) {
        Set<Verb> everywhere =
                owner.grants().everywhere().stream().filter(scope::contains).collect(Collectors.toUnmodifiableSet());
        Grants grants = new Grants(
                everywhere,
                narrowed(owner.grants().within(), scope),
                narrowed(owner.grants().inPartnerships(), scope));
        return new Actor(owner.person(), owner.name(), owner.language(), owner.onBehalfOf(), grants);
    }

    private static Map<Verb, Set<Long>> narrowed(Map<Verb, Set<Long>> held, Set<Verb> scope) {
        return held.entrySet().stream()
                .filter(entry -> scope.contains(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String reason) throws IOException {
        Words words = new Words(messages, locales.resolveLocale(request));
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, words.text(reason));
        detail.setType(URI.create("/problems/sign-in"));
        detail.setTitle(words.text("tokens.problem.title"));
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(detail));
    }
}
