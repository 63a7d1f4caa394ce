package se.samverkan.statistics.imports;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Installation.Kind;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.Trouble;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.Receipt;

/** The door of file imports: checks the right and the kind of database, then reads here or leaves it to the job. */
@Service
class FileImports implements Imports {

    private static final Logger LOG = LoggerFactory.getLogger(FileImports.class);

    private final Rights rights;
    private final Installation installation;
    private final TableReader reader;
    private final FileReading reading;
    private final ReadingQueue queue;
    private final Receipts receipts;
    private final Drafting drafting;
    private final Progress progress;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;

    FileImports(
            Rights rights,
            Installation installation,
            TableReader reader,
            FileReading reading,
            ReadingQueue queue,
            Receipts receipts,
            Drafting drafting,
            Progress progress,
            ObjectProvider<SchedulerClient> jobs,
            Clock clock) {
        this.rights = rights;
        this.installation = installation;
        this.reader = reader;
        this.reading = reading;
        this.queue = queue;
        this.receipts = receipts;
        this.drafting = drafting;
        this.progress = progress;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public UUID receive(InputStream content, String given) {
        requireRight();
        String fileName = plain(given);
        try (SourceFile file = SourceFile.receive(content, fileName)) {
            UUID id = queue.add(drafting.received(file));
            schedule(id);
            return id;
        } catch (Unreadable unreadable) {
            return queue.add(drafting.unreadable(fileName, unreadable, true));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            throw Refusal.rule("import.rule." + trouble(failure).rule());
        }
    }

    @Override
    public UUID takeTriedOut(UUID dryRun) {
        requireRight();
        UUID id = queue.follow(dryRun);
        schedule(id);
        return id;
    }

    @Override
    public void readAgain(UUID receipt) {
        requireRight();
        queue.again(receipt);
        schedule(receipt);
    }

    private void schedule(UUID receipt) {
        jobs.getObject()
                .scheduleIfNotExists(ImportJob.TASK.instance(receipt.toString()).build(), clock.instant());
    }

    /** Reads a file that has waited, as the person who gave it. */
    void finish(UUID receipt) {
        Progress.Running running = progress.start("import", Actor.current().person());
        ReadingQueue.Kept kept = queue.begin(receipt, running.id());
        FileReading.Desk desk = draft -> queue.end(receipt, draft);
        try {
            requireRight();
            read(kept, running, desk);
            running.done();
        } catch (Refusal refusal) {
            reading.write(drafting.refused(kept.fileName(), kept.dryRun(), refusal), desk);
            running.failed(refusal.reason());
        } catch (RuntimeException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure; // told to stop: the file still waits, and the next start reads it
            }
            Trouble trouble = trouble(failure);
            reading.write(drafting.failed(kept.fileName(), kept.dryRun(), trouble), desk);
            running.failed("import.rule." + trouble.rule());
        }
    }

    private void read(ReadingQueue.Kept kept, Progress.Watcher watcher, FileReading.Desk desk) {
        byte[] packed = kept.packed();
        if (packed == null) {
            throw Refusal.rule("refusal.import.not-waiting");
        }
        try (InputStream content = AnnotatedCopy.unpacked(packed);
                SourceFile file = SourceFile.receive(content, kept.fileName())) {
            reading.read(file, kept.dryRun(), watcher, desk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Progress.State> progress(UUID receipt) {
        return queue.progressOf(receipt).flatMap(progress::find);
    }

    @Override
    public Receipt tryOut(InputStream content, String fileName, Progress.Watcher watcher) {
        return readNow(content, fileName, true, watcher);
    }

    @Override
    public Receipt take(InputStream content, String fileName, Progress.Watcher watcher) {
        return readNow(content, fileName, false, watcher);
    }

    private Receipt readNow(InputStream content, String given, boolean dryRun, Progress.Watcher watcher) {
        requireRight();
        String fileName = plain(given);
        try (SourceFile file = SourceFile.receive(content, fileName)) {
            return kept(reading.read(file, dryRun, watcher, receipts::keep));
        } catch (Unreadable unreadable) {
            return kept(reading.write(drafting.unreadable(fileName, unreadable, dryRun), receipts::keep));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            return failed(fileName, dryRun, trouble(failure));
        }
    }

    /** Where not even a receipt can be kept, its sentence is all there is to give. */
    private static Trouble trouble(RuntimeException failure) {
        Trouble trouble = Trouble.behind(failure);
        LOG.error("a file could not be read: {}", trouble.rule(), failure);
        return trouble;
    }

    private Receipt failed(String fileName, boolean dryRun, Trouble trouble) {
        try {
            return kept(reading.write(drafting.failed(fileName, dryRun, trouble), receipts::keep));
        } catch (RuntimeException again) {
            throw Refusal.rule("import.rule." + Trouble.behind(again).rule());
        }
    }

    private Receipt kept(UUID id) {
        return reading.seen(() -> receipts.find(id));
    }

    @Override
    @Transactional(readOnly = true)
    public Receipt receipt(UUID id) {
        return receipts.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Receipt> newest(int most) {
        rights.require(Verb.READ_IMPORTS);
        return receipts.newest(most);
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] annotated(UUID receipt) {
        try (InputStream copy = AnnotatedCopy.unpacked(receipts.annotated(receipt))) {
            return copy.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> layouts() {
        return reader.names();
    }

    private void requireRight() {
        rights.requireEverywhere(Verb.IMPORT_FIGURES);
        if (installation.isDemonstration()) {
            throw Refusal.rule("refusal.installation." + Kind.REAL);
        }
    }

    /** The last part of a path, without what cannot be shown. */
    private static String plain(String given) {
        String name =
                given.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return name.substring(0, Math.min(200, name.length()));
    }
}
