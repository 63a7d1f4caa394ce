package se.samverkan.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import se.samverkan.access.session.Cookies;
import se.samverkan.access.session.Passing;
import se.samverkan.access.session.ReturnPath;
import se.samverkan.access.session.Tokens;
import tools.jackson.databind.json.JsonMapper;

/**
 * The requests that are on their way to another system and back, with where the person was going. In the database: the
 * answer may come to another copy of the application.
 */
@Component
class OidcRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "samverkan-oidc";
    private static final String REQUEST = "oidc";
    private static final String WAY_BACK = "oidc to";
    private static final String WAY_BACK_OF_REQUEST = OidcRequests.class.getName();
    private static final Duration LASTING = Duration.ofMinutes(10);

    private final Passing passing;
    private final JsonMapper json = JsonMapper.builder()
            .addModules(SecurityJacksonModules.getModules(OidcRequests.class.getClassLoader()))
            .build();

    OidcRequests(Passing passing) {
        this.passing = passing;
    }

    /** Where the person was going before they went to the other system. */
    static String wayBack(HttpServletRequest request) {
        return request.getAttribute(WAY_BACK_OF_REQUEST) instanceof String path ? path : "/";
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return token(request)
                .flatMap(token -> passing.look(REQUEST, token))
                .map(this::read)
                .filter(asked -> isAnswered(asked, request))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        String token = Tokens.random();
        String to = ReturnPath.safe(request.getParameter("to"));
        passing.keep(REQUEST, token, json.writeValueAsBytes(asked), LASTING);
        passing.keep(WAY_BACK, token, to.getBytes(StandardCharsets.UTF_8), LASTING);
        Cookies.write(request, response, COOKIE, token, LASTING);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<String> token = token(request);
        token.flatMap(known -> passing.take(WAY_BACK, known))
                .ifPresent(to -> request.setAttribute(WAY_BACK_OF_REQUEST, new String(to, StandardCharsets.UTF_8)));
        Cookies.remove(request, response, COOKIE);
        return token.flatMap(known -> passing.take(REQUEST, known))
                .map(this::read)
                .filter(asked -> isAnswered(asked, request))
                .orElse(null);
    }

    private OAuth2AuthorizationRequest read(byte[] kept) {
        return json.readValue(kept, OAuth2AuthorizationRequest.class);
    }

    private static boolean isAnswered(OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        return asked.getState() != null && asked.getState().equals(request.getParameter("state"));
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Cookies.read(request, COOKIE);
    }
}
