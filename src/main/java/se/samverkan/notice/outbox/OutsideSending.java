package se.samverkan.notice.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.notice.outbox.StoredOutsideLetters.Waiting;

/** Sends letters to people without an account, after the deed has been committed; tries again after a longer and longer wait. */
@Component
class OutsideSending {

    private static final int AT_A_TIME = 10;
    private static final int MOST_ATTEMPTS = 12;
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final StoredOutsideLetters letters;
    private final Post post;
    private final Clock clock;

    OutsideSending(StoredOutsideLetters letters, Post post, Clock clock) {
        this.letters = letters;
        this.post = post;
        this.clock = clock;
    }

    void send() {
        boolean more = post.isThere();
        while (more) {
            List<Waiting> waiting = letters.claim(clock.instant(), AT_A_TIME);
            waiting.forEach(this::send);
            more = waiting.size() == AT_A_TIME;
        }
    }

    private void send(Waiting waiting) {
        Letter letter = waiting.letter();
        Post.Outcome outcome = post.send(letter);
        switch (outcome) {
            case SENT -> letters.sent(letter);
            case NO_SUCH_ADDRESS -> letters.giveUp(letter);
            case REFUSED_FOR_NOW, SERVER_GONE -> {
                if (waiting.attempts() + 1 >= MOST_ATTEMPTS) {
                    letters.giveUp(letter);
                } else {
                    letters.again(letter, clock.instant().plus(wait(waiting.attempts())));
                }
            }
        }
    }

    private static Duration wait(int attempts) {
        Duration wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
