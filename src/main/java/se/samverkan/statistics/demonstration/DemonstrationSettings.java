package se.samverkan.statistics.demonstration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether an empty embedded database is filled with an invented country when the pages start, how big it is, and which.
 *
 * @param fill whether to; a test or a command does not want it
 * @param scale how many times the size of Sweden, counted in units: 1, or 10 and 50 for load tests
 * @param seed which country; the same seed makes the same one
 */
@ConfigurationProperties("samverkan.demonstration")
record DemonstrationSettings(
        @DefaultValue("false") boolean fill,
        @DefaultValue("1") int scale,
        @DefaultValue("1842") long seed) {

    DemonstrationSettings {
        if (scale < 1 || scale > 100) {
            throw new IllegalArgumentException("the demonstration is made from 1 to 100 times: " + scale);
        }
    }
}
