package se.samverkan.evaluation.run;

import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.selection.EvaluableRounds;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;

/**
 * Computes the runs that wait, each with the rights that the person who asked has when it is computed. A run whose computing dies with
 * its machine still waits, and the next start computes it.
 */
@Component
public class Finishing {

    private static final Logger LOG = LoggerFactory.getLogger(Finishing.class);

    private final StoredRuns runs;
    private final EvaluableRounds rounds;
    private final Computing computing;
    private final Progress progress;
    private final ActingAs acting;
    private final TransactionTemplate transaction;

    Finishing(
            StoredRuns runs,
            EvaluableRounds rounds,
            Computing computing,
            Progress progress,
            ActingAs acting,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.rounds = rounds;
        this.computing = computing;
        this.progress = progress;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** One run, where it still waits. */
    void finish(long id) {
        runs.waiting().stream()
                .filter(waiting -> waiting.id() == id)
                .findFirst()
                .ifPresent(this::finish);
    }

    /** All that wait; those that another process computes are left to it. */
    public void finishAll() {
        runs.waiting().forEach(this::finish);
    }

    private void finish(StoredRuns.Waiting waiting) {
        if (acting.actor(waiting.person()).isEmpty()) {
            runs.forsake(waiting.id());
        } else {
            acting.person(waiting.person(), () -> {
                compute(waiting.id());
                return true;
            });
        }
    }

    private void compute(long id) {
        Optional<RunView> run = Objects.requireNonNull(transaction.execute(status -> runs.find(id)));
        if (run.isEmpty()) {
            runs.forsake(id);
            return;
        }
        Progress.Running running = progress.start("evaluation", Actor.current().person());
        transaction.executeWithoutResult(status -> runs.begins(id, running.id()));
        try {
            transaction.executeWithoutResult(status -> {
                if (runs.isMine(id)) {
                    runs.ends(
                            id,
                            computing.compute(
                                    run.get(),
                                    run.get().rounds().stream()
                                            .map(rounds::allotment)
                                            .toList(),
                                    running));
                }
            });
            running.done();
        } catch (Refusal refusal) {
            fails(id, refusal.reason(), running);
        } catch (RuntimeException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure; // told to stop: the run still waits, and the next start computes it
            }
            LOG.error("evaluation {} could not be computed", id, failure);
            fails(id, "evaluation.run.failed", running);
        }
    }

    private void fails(long id, String reason, Progress.Running running) {
        transaction.executeWithoutResult(status -> runs.fails(id, reason));
        running.failed(reason);
    }
}
