package se.samverkan.access.session;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * Something that takes a place of its own among the filters around every request: a way to sign in, the reading of
 * bearer tokens. Whoever is a bean of this type is asked when the chain is built.
 */
public interface FilterChainPart {

    void addTo(HttpSecurity http) throws Exception;
}
