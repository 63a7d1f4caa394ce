package se.samverkan.statistics.skolverket;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import se.samverkan.shared.Progress;
import se.samverkan.statistics.skolverket.SyncJournal.Answered;

/**
 * Asks all that waits in the journal and keeps the answers as they come, a few hundred at a time.
 *
 * <p>Each question has a virtual thread of its own; the client bounds how many are under way. One question that is given
 * up does not stop the others; many in a row do, since then it is the API that is away, and what was fetched is kept.
 */
final class Fetch {

    private static final int AT_ONCE = 300;
    private static final long LONGEST_UNKEPT_MILLIS = 400;

    /** The API does not answer; what came so far is kept. */
    static final class GivenUp extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Answer.GivenUp last;

        GivenUp(Answer.GivenUp last) {
            super(last.reason());
            this.last = last;
        }

        Answer.GivenUp last() {
            return last;
        }
    }

    private final ApiClient client;
    private final SyncJournal journal;
    private final int patience;
    private final UUID run;
    private final Progress.Watcher watcher;
    private int inARow;

    Fetch(ApiClient client, SyncJournal journal, int patience, UUID run, Progress.Watcher watcher) {
        this.client = client;
        this.journal = journal;
        this.patience = patience;
        this.run = run;
        this.watcher = watcher;
    }

    /** @throws GivenUp when so many answers in a row were given up that there is no use in going on */
    void all(String step) throws InterruptedException, GivenUp {
        List<Question> waiting = journal.waiting(run);
        LinkedBlockingQueue<Answered> came = new LinkedBlockingQueue<>();
        ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (Question question : waiting) {
                asking.submit(() -> came.add(new Answered(question, ask(question))));
            }
            keep(step, waiting.size(), came);
        } finally {
            asking.shutdownNow();
        }
    }

    private Answer ask(Question question) {
        try {
            return client.ask(question.path());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.GivenUp("stopped", List.of(), 1);
        } catch (RuntimeException e) {
            return new Answer.GivenUp("broken", List.of(), 1);
        }
    }

    private void keep(String step, int expected, LinkedBlockingQueue<Answered> came)
            throws InterruptedException, GivenUp {
        watcher.at(step, 0, expected);
        for (int kept = 0; kept < expected; ) {
            List<Answered> some = some(came, Math.min(AT_ONCE, expected - kept));
            journal.keep(run, some);
            kept += some.size();
            watcher.at(step, kept, expected);
            for (Answered answered : some) {
                loseNoPatience(answered.answer());
            }
        }
    }

    private static List<Answered> some(LinkedBlockingQueue<Answered> came, int most) throws InterruptedException {
        List<Answered> some = new ArrayList<>();
        some.add(came.take());
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_UNKEPT_MILLIS);
        while (some.size() < most) {
            Answered next = came.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            some.add(next);
        }
        return some;
    }

    private void loseNoPatience(Answer answer) throws GivenUp {
        if (answer instanceof Answer.GivenUp givenUp) {
            inARow++;
            if (inARow >= patience) {
                throw new GivenUp(givenUp);
            }
        } else {
            inARow = 0;
        }
    }
}
