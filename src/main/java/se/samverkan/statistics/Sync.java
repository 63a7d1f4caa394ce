package se.samverkan.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.Progress;

/**
 * The door to Skolverket's open APIs: fetches units and figures, in the background for a page or at once for a command,
 * and says afterwards what came of it. At most one fetch goes on; one that was stopped is taken up where it was.
 */
public interface Sync {

    /**
     * Starts a fetch in the background, or takes up the one that has not ended.
     *
     * @return its id
     * @throws se.samverkan.shared.Refusal when the person may not import, or the database is a demonstration
     */
    UUID start();

    /**
     * Fetches here and now, taking up a fetch that has not ended.
     *
     * @throws se.samverkan.shared.Refusal as for {@link #start()}, or when another process is fetching
     */
    Receipt run(Progress.Watcher watcher);

    /** What is known of a fetch, ended or not. */
    Receipt receipt(UUID id);

    /** The newest fetches, without their troubles. */
    List<Receipt> newest(int most);

    /**
     * What a fetch did.
     *
     * @param outcome DONE, FAILED, or null while it goes on
     * @param reason why it failed, as a key of the message files without {@code statistics.sync.reason.}
     * @param details what goes into the sentence of the reason
     * @param takenUp how many times the work was begun or taken up again
     * @param asked how many answers are asked for, as far as is known
     * @param counts what came of it
     * @param troubles what was given up or refused, in the order of its address
     */
    record Receipt(
            UUID id,
            Instant startedAt,
            Optional<Instant> endedAt,
            @Nullable String outcome,
            @Nullable String reason,
            List<String> details,
            int takenUp,
            long asked,
            Counts counts,
            List<Trouble> troubles) {}

    /**
     * The numbers of a fetch.
     *
     * @param fetched answers that came whole
     * @param retried answers that needed more than one attempt
     * @param nothing addresses where the API has nothing
     * @param givenUp answers that never came whole
     * @param refused values that came and could not be taken in
     * @param unitsAdded units that were new
     * @param unitsChanged units whose facts had changed
     * @param withoutOrganiser units whose organiser no answer told
     * @param added figures that were new
     * @param revised figures that had changed
     * @param unchanged figures that said what was known
     */
    record Counts(
            long fetched,
            long retried,
            long nothing,
            long givenUp,
            long refused,
            long unitsAdded,
            long unitsChanged,
            long withoutOrganiser,
            long added,
            long revised,
            long unchanged) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Something that did not come, or came and could not be taken in.
     *
     * @param path the answer it concerns, below the base address
     * @param field where in the answer, or empty
     * @param value what stood there, or empty
     * @param reason why, as a key of the message files without {@code statistics.sync.}
     * @param details what goes into the sentence of the reason
     */
    record Trouble(String path, String field, String value, String reason, List<String> details) {}
}
