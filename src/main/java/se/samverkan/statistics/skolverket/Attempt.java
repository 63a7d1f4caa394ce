package se.samverkan.statistics.skolverket;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of asking once. */
sealed interface Attempt {

    record Whole(byte[] json) implements Attempt {}

    record NotThere() implements Attempt {}

    /**
     * No answer this time.
     *
     * @param reason a key of the message files without {@code statistics.sync.reason.}
     * @param details what goes into its sentence
     * @param worthAnother whether asking again may help
     * @param everybody whether all questions should wait, not only this one
     * @param retryAfter how long the server asked us to wait
     */
    record Failed(
            String reason, List<String> details, boolean worthAnother, boolean everybody, Optional<Duration> retryAfter)
            implements Attempt {

        static Failed passing(String reason, String... details) {
            return new Failed(reason, List.of(details), true, false, Optional.empty());
        }

        static Failed lasting(String reason, String... details) {
            return new Failed(reason, List.of(details), false, false, Optional.empty());
        }

        static Failed busy(int status, Optional<Duration> retryAfter) {
            return new Failed("busy", List.of(Integer.toString(status)), true, status == 429, retryAfter);
        }
    }
}
