package se.samverkan.access.passkey;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the installation is known to browsers.
 *
 * @param address its address, such as {@code https://samverkan.example.se}; when it is not set, passkeys belong to the
 *     name by which the request reached us
 */
@ConfigurationProperties("samverkan.passkey")
record PasskeySettings(@Nullable URI address) {}
