package se.samverkan.notice.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.samverkan.notice.outbox.LetterWriter.Digest;
import se.samverkan.notice.outbox.Outbox.Waiting;

/**
 * Sends what waits, after the deed has been committed: at once what somebody must act on, once a day the rest. One letter
 * to each person, so a bad address hurts only itself. What is not sent is tried again after a longer and longer wait.
 */
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int AT_A_TIME = 20;
    private static final int MOST_ATTEMPTS = 12;
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final Duration LONGEST_WAIT_FOR_SERVER = Duration.ofMinutes(15);
    private static final Duration TOO_OLD = Duration.ofDays(14);
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Outbox outbox;
    private final LetterWriter writer;
    private final Post post;
    private final Clock clock;

    Sending(Outbox outbox, LetterWriter writer, Post post, Clock clock) {
        this.outbox = outbox;
        this.writer = writer;
        this.post = post;
        this.clock = clock;
    }

    /** Sends what waits to be sent at once. */
    void atOnce() {
        boolean more = post.isThere();
        while (more) {
            List<Waiting> rows = outbox.claim(clock.instant(), AT_A_TIME);
            more = sendEach(rows) && rows.size() == AT_A_TIME;
        }
    }

    /** @return whether the server is there */
    private boolean sendEach(List<Waiting> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Waiting row = rows.get(i);
            if (!send(List.of(row), () -> writer.atOnce(row).map(letter -> new Digest(List.of(row), letter)))) {
                outbox.givenBack(rows.subList(i + 1, rows.size()));
                return false;
            }
        }
        return true;
    }

    /** Sends the digests of those whose hour has come. */
    void digests() {
        Instant now = clock.instant();
        outbox.letFall(now, now.minus(TOO_OLD));
        boolean more = post.isThere();
        while (more) {
            List<Long> people = outbox.digestsDue(clock.instant(), AT_A_TIME);
            more = people.stream().allMatch(this::digest) && people.size() == AT_A_TIME;
        }
    }

    private boolean digest(long person) {
        List<Waiting> rows = outbox.claimDigest(person, clock.instant());
        return rows.isEmpty() || send(rows, () -> writer.digest(rows));
    }

    void forget() {
        outbox.forget(clock.instant().minus(REMEMBERED));
    }

    /** What writes a letter, with the rows that it tells of. */
    @FunctionalInterface
    private interface Writing {
        Optional<Digest> letter();
    }

    /** @return whether the server is there */
    private boolean send(List<Waiting> rows, Writing writing) {
        Optional<Digest> written;
        try {
            written = writing.letter();
        } catch (RuntimeException failure) {
            LOG.error("a mail could not be written", failure);
            later(rows, "UNFORESEEN");
            return true;
        }
        List<Waiting> told = written.map(Digest::told).orElse(List.of());
        List<Waiting> hidden = new ArrayList<>(rows);
        hidden.removeAll(told);
        if (!hidden.isEmpty()) {
            outbox.ended(hidden, "NOT_SEEN", null, clock.instant());
        }
        return written.isEmpty() || carry(told, written.get().letter());
    }

    private boolean carry(List<Waiting> rows, Letter letter) {
        Post.Outcome outcome = post.send(letter);
        switch (outcome) {
            case SENT -> outbox.sent(rows, letter, clock.instant(), post.keepsWords());
            case NO_SUCH_ADDRESS -> outbox.ended(rows, "GIVEN_UP", outcome.name(), clock.instant());
            case REFUSED_FOR_NOW -> later(rows, outcome.name());
            case SERVER_GONE -> outbox.again(rows, outcome.name(), next(rows, LONGEST_WAIT_FOR_SERVER));
        }
        return outcome != Post.Outcome.SERVER_GONE;
    }

    private void later(List<Waiting> rows, String problem) {
        if (attempts(rows) + 1 >= MOST_ATTEMPTS) {
            outbox.ended(rows, "GIVEN_UP", problem, clock.instant());
        } else {
            outbox.again(rows, problem, next(rows, LONGEST_WAIT));
        }
    }

    private Instant next(List<Waiting> rows, Duration longest) {
        Duration wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(attempts(rows), 10));
        return clock.instant().plus(wait.compareTo(longest) < 0 ? wait : longest);
    }

    private static int attempts(List<Waiting> rows) {
        return rows.stream().mapToInt(Waiting::attempts).max().orElse(0);
    }
}
