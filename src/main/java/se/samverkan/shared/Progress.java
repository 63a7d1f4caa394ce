package se.samverkan.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a piece of long work has come, as the page and the terminal show it. Each report is committed by itself, so
 * that others see it while the work's own transaction goes on.
 */
public interface Progress {

    /** A new piece of work, such as {@code sync}, {@code import} or {@code demonstration}, started by a person. */
    Running start(String work, long person);

    /** The newest piece of each kind of work, ended or not. */
    List<State> newest();

    /** How far a piece of work has come, ended or not. */
    Optional<State> find(UUID id);

    /** Is told how far work has come; cheap to call often. */
    @FunctionalInterface
    interface Watcher {

        /** For work that nobody watches. */
        Watcher NOBODY = (step, done, total) -> {};

        /**
         *
         * @param step what is being done, as a key of the message files without {@code progress.step.}
         * @param done how many are done
         * @param total how many there are in all, 0 when that is not known
         */
        void at(String step, long done, long total);
    }

    /** One piece of work that goes on; what it tells is written at most a few times a second. */
    interface Running extends Watcher {

        UUID id();

        void done();

        /** @param reason a key of the message files */
        void failed(String reason);
    }

    /**
     * How far one piece of work has come.
     *
     * @param outcome empty while it goes on, else DONE, FAILED or STOPPED
     * @param reason why it failed, as a key of the message files
     */
    record State(
            UUID id,
            String work,
            Instant startedAt,
            String step,
            long done,
            long total,
            Optional<String> outcome,
            Optional<String> reason) {}
}
