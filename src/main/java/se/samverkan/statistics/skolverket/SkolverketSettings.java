package se.samverkan.statistics.skolverket;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the APIs are and how gently they are asked.
 *
 * @param url the base address of both APIs; what is asked for is always below it
 * @param concurrency how many questions may wait for an answer at once
 * @param timeout how long one answer may take
 * @param attempts how often one answer is tried before it is given up
 * @param firstPause the pause after a first failure; it doubles with each, and is shortened at random so that clients
 *     that failed together do not come back together
 * @param longestPause the longest pause, also when the server asks for a longer one
 * @param patience how many answers in a row may be given up before the whole stops
 */
@ConfigurationProperties("samverkan.skolverket")
record SkolverketSettings(
        @DefaultValue("https://api.skolverket.se") URI url,
        @DefaultValue("16") int concurrency,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("6") int attempts,
        @DefaultValue("250ms") Duration firstPause,
        @DefaultValue("60s") Duration longestPause,
        @DefaultValue("12") int patience) {}
