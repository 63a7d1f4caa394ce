package se.samverkan.notice.outbox;

import java.time.Instant;
import java.util.List;

/**
 * What has not been sent, and how the mail goes as a whole.
 *
 * @param server whether mail is sent, read on a page, or has nowhere to go
 * @param waiting how many wait to be sent at once, or again
 * @param daily how many wait for a digest
 * @param givenUp how many could not be sent, of the last 90 days
 * @param sentToday how many mails were sent in the last 24 hours
 * @param rows those that wait to be sent, and those that could not be, the newest first; at most 100
 */
record OutboxView(Server server, long waiting, long daily, long givenUp, long sentToday, List<Row> rows) {

    /** Where mail goes. */
    enum Server {
        THERE,
        /** The last answer was none. */
        GONE,
        NONE,
        DEMONSTRATION
    }

    /**
     * Something that somebody has not been told.
     *
     * @param problem why, as a key; empty where it has not been tried
     * @param next when it is tried again; null where it is given up
     */
    record Row(
            String person,
            String kind,
            Instant since,
            int attempts,
            String problem,
            @org.jspecify.annotations.Nullable Instant next) {

        boolean isGivenUp() {
            return next == null;
        }
    }
}
