package se.samverkan.access.token;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.servlet.LocaleResolver;
import se.samverkan.access.ActingAs;
import se.samverkan.access.session.FilterChainPart;
import tools.jackson.databind.ObjectMapper;

/** Places the reading of keys among the filters around every request. */
@Configuration(proxyBeanMethods = false)
class BearerTokenConfiguration {

    @Bean
    FilterChainPart bearerTokens(
            Tokens tokens, ActingAs acting, MessageSource messages, LocaleResolver locales, ObjectMapper json) {
        return http -> http.addFilterAfter(new BearerTokens(tokens, acting, messages, locales, json), CsrfFilter.class);
    }
}
