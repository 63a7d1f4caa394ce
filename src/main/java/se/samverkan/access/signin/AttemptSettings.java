package se.samverkan.access.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many times one may try to sign in. A whole school often shares one address, so an address may try more.
 *
 * @param perAccount attempts at one account within the window
 * @param perAddress attempts from one address within the window
 * @param window how far back attempts count
 */
@ConfigurationProperties("samverkan.sign-in.attempts")
record AttemptSettings(
        @DefaultValue("8") int perAccount,
        @DefaultValue("80") int perAddress,
        @DefaultValue("15m") Duration window) {}
