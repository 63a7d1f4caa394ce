package se.samverkan.access.oidc;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is believed of what other systems say.
 *
 * @param trustedAddresses the registrations whose e-mail addresses are believed though they do not say that they have
 *     verified them; federations seldom say so
 */
@ConfigurationProperties("samverkan.oidc")
record OidcSettings(@DefaultValue Set<String> trustedAddresses) {}
