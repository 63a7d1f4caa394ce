package se.samverkan.statistics.skolverket;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Sync;
import se.samverkan.statistics.WorkLock;

/** The door to a fetch: checks the right and the kind of database, then works here or leaves it to a job. */
@Component
class SkolverketSync implements Sync {

    private static final Logger LOG = LoggerFactory.getLogger(SkolverketSync.class);

    private final Rights rights;
    private final Installation installation;
    private final SyncJournal journal;
    private final SyncLedger ledger;
    private final SyncWork work;
    private final WorkLock lock;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Progress progress;
    private final Clock clock;

    SkolverketSync(
            Rights rights,
            Installation installation,
            SyncJournal journal,
            SyncLedger ledger,
            SyncWork work,
            WorkLock lock,
            ObjectProvider<SchedulerClient> jobs,
            Progress progress,
            Clock clock) {
        this.rights = rights;
        this.installation = installation;
        this.journal = journal;
        this.ledger = ledger;
        this.work = work;
        this.lock = lock;
        this.jobs = jobs;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public UUID start() {
        UUID run = begin();
        jobs.getObject()
                .scheduleIfNotExists(SyncJob.TASK.instance(run.toString()).build(), clock.instant());
        return run;
    }

    @Override
    public Receipt run(Progress.Watcher watcher) {
        UUID run = begin();
        try (var held = lock.take(WorkLock.SYNC).orElseThrow(() -> Refusal.rule("refusal.sync.running"))) {
            finish(run, watcher);
        }
        return ledger.find(run).orElseThrow(Refusal::notSeen);
    }

    private UUID begin() {
        rights.requireEverywhere(Verb.IMPORT_FIGURES);
        installation.become(Installation.Kind.REAL);
        return journal.begin(Actor.current().person());
    }

    /**
     * Does what is left of a fetch, as the current actor.
     *
     * @return why it failed, as a key, or nothing when it is done
     */
    Optional<String> finish(UUID run, Progress.Watcher watcher) {
        Progress.Running running = progress.start("sync", Actor.current().person());
        Optional<String> trouble = attempt(run, (step, done, total) -> {
            running.at(step, done, total);
            watcher.at(step, done, total);
        });
        trouble.ifPresentOrElse(reason -> running.failed("statistics.sync.failed"), running::done);
        return trouble;
    }

    private Optional<String> attempt(UUID run, Progress.Watcher watcher) {
        try {
            return work.finish(run, watcher);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted(e);
        } catch (Refusal e) {
            return ledger.failed(run, "refused", List.of(e.reason()));
        } catch (RuntimeException e) {
            LOG.error("a fetch from Skolverket ended in an unforeseen way", e);
            return ledger.failed(run, "unforeseen", List.of(e.getClass().getSimpleName()));
        }
    }

    @Override
    public Receipt receipt(UUID id) {
        rights.requireEverywhere(Verb.READ_IMPORTS);
        return ledger.find(id).orElseThrow(Refusal::notSeen);
    }

    @Override
    public List<Receipt> newest(int most) {
        rights.requireEverywhere(Verb.READ_IMPORTS);
        return ledger.newest(most);
    }

    /** The work was told to stop; it goes on when it is taken up again. */
    static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Interrupted(InterruptedException cause) {
            super(cause);
        }
    }
}
