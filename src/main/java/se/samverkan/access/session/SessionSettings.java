package se.samverkan.access.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lasts.
 *
 * @param idle how long it may be left alone
 * @param absolute when it ends however much it is used
 * @param remembered how long a copy of the application remembers who is in a session before it asks the database again
 */
@ConfigurationProperties("samverkan.session")
record SessionSettings(
        @DefaultValue("8h") Duration idle,
        @DefaultValue("7d") Duration absolute,
        @DefaultValue("5s") Duration remembered) {}
