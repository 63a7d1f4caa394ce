package se.samverkan.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import se.samverkan.access.session.FilterChainPart;
import se.samverkan.access.session.ReturnPath;
import se.samverkan.access.session.SignIns;
import se.samverkan.access.session.Way;
import se.samverkan.access.signin.Provider;
import se.samverkan.access.signin.Providers;

/** The way in through other systems; there is none where none is set up. Their tokens are not kept. */
@Component
class OidcSignIn implements FilterChainPart, Providers {

    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

    private final ObjectProvider<ClientRegistrationRepository> registrations;
    private final OidcRequests requests;
    private final OidcPeople people;
    private final SignIns signIns;

    OidcSignIn(
            ObjectProvider<ClientRegistrationRepository> registrations,
            OidcRequests requests,
            OidcPeople people,
            SignIns signIns) {
        this.registrations = registrations;
        this.requests = requests;
        this.people = people;
        this.signIns = signIns;
    }

    @Override
    public List<Provider> all() {
        return registrations.stream()
                .filter(Iterable.class::isInstance)
                .map(Iterable.class::cast)
                .flatMap(all -> StreamSupport.stream(((Iterable<?>) all).spliterator(), false))
                .map(ClientRegistration.class::cast)
                .map(one -> new Provider(one.getClientName(), "/oauth2/authorization/" + one.getRegistrationId()))
                .toList();
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        if (registrations.getIfAvailable() == null) {
            return;
        }
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestRepository(requests))
                .successHandler(this::recognised)
                .failureHandler(OidcSignIn::failed));
    }

    private void recognised(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext();
        String to = OidcRequests.wayBack(request);
        Optional<Long> person = authentication instanceof OAuth2AuthenticationToken token
                        && token.getPrincipal() instanceof OidcUser user
                ? people.person(token.getAuthorizedClientRegistrationId(), user)
                : Optional.empty();
        if (person.isEmpty()) {
            response.sendRedirect(ReturnPath.signInFirst(to) + "&refused=unknown");
            return;
        }
        signIns.begin(request, response, person.get(), Way.OIDC);
        response.sendRedirect(to);
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        log.info(
                "Another system could not sign somebody in: {}",
                cause.getClass().getSimpleName());
        response.sendRedirect(ReturnPath.signInFirst(OidcRequests.wayBack(request)) + "&refused=provider");
    }
}
