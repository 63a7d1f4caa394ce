package se.samverkan.access.session;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Headers and filters around every request. Who may do what is decided at the doors, not here; here it is settled who
 * asks, and that a form is ours.
 *
 * <p>Reading bearer tokens is a {@link FilterChainPart} of its own: it puts an authentication with an
 * {@link se.samverkan.access.Actor} as its principal into the context, after
 * {@link org.springframework.security.web.csrf.CsrfFilter}. A request with such a token brings no session and needs no
 * proof that its form is ours, since no other site can make a browser send one. Neither does one where nobody is asked who
 * they are ({@link se.samverkan.access.NamelessPath}): another site gains nothing that it could not send itself.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
            + "publickey-credentials-get=(self), publickey-credentials-create=(self)";

    @Bean
    SecurityFilterChain securityFilters(
            HttpSecurity http,
            SessionContexts contexts,
            FormTokens tokens,
            FormRefusal formRefusal,
            List<FilterChainPart> parts,
            HeldFormFilter heldForms)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(tokens)
                        .ignoringRequestMatchers(SessionContexts::isBearer, contexts::isNameless))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(formRefusal))
                .addFilterAfter(heldForms, AuthorizationFilter.class)
                .headers(SecurityConfiguration::headers);
        for (FilterChainPart part : parts) {
            part.addTo(http);
        }
        return http.build();
    }

    /** A filter of this chain only, not of the server. */
    @Bean
    FilterRegistrationBean<HeldFormFilter> heldFormsOnlyInTheChain(HeldFormFilter filter) {
        FilterRegistrationBean<HeldFormFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    HeldFormFilter heldFormFilter(HeldForms held, MessageSource messages, LocaleResolver locales) {
        return new HeldFormFilter(held, messages, locales);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
