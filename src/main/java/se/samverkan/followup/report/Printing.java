package se.samverkan.followup.report;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;

/**
 * Prints all reports that somebody reads, as one packed file of PDFs, in the background and with that person's rights. Each report is
 * read in a transaction of its own, so that pages stay quick meanwhile; a process that dies is taken up by the next.
 */
@Component
class Printing {

    private static final String WORK = "reports";

    private final JdbcClient database;
    private final Reports reports;
    private final FollowedPlans plans;
    private final ReportPapers papers;
    private final Files files;
    private final Progress progress;
    private final Rights rights;
    private final TransactionTemplate transactions;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;

    Printing(
            JdbcClient database,
            Reports reports,
            FollowedPlans plans,
            ReportPapers papers,
            Files files,
            Progress progress,
            Rights rights,
            TransactionTemplate transactions,
            ObjectProvider<SchedulerClient> jobs,
            Clock clock) {
        this.database = database;
        this.reports = reports;
        this.plans = plans;
        this.papers = papers;
        this.files = files;
        this.progress = progress;
        this.rights = rights;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A run as its person sees it. */
    record Run(long id, Optional<UUID> progress, Optional<Long> file) {}

    /** Asks for all reports that the actor reads. */
    long ask() {
        rights.require(Verb.READ_FOLLOW_UP);
        long run = inTransaction(() -> database.sql("insert into followup.print_run default values returning id")
                .query(Long.class)
                .single());
        jobs.ifAvailable(client -> client.scheduleIfNotExists(
                PrintJob.TASK.instance(Long.toString(run)).build(), clock.instant()));
        return run;
    }

    Run run(long id) {
        return inTransaction(() -> database.sql("select id, progress, file from followup.print_run where id = ?")
                .param(id)
                .query((row, n) -> new Run(
                        row.getLong("id"),
                        Optional.ofNullable(row.getObject("progress", UUID.class)),
                        Optional.ofNullable(row.getObject("file", Long.class))))
                .optional()
                .orElseThrow(Refusal::notSeen));
    }

    Optional<Progress.State> state(Run run) {
        return run.progress().flatMap(progress::find);
    }

    StoredFile file(Run run) {
        return inTransaction(() -> run.file().flatMap(files::find).orElseThrow(Refusal::notSeen));
    }

    /** Whose run it is; 0 for one that does not exist. */
    long personOf(long run) {
        return inTransaction(() -> database.sql("select coalesce(followup.person_of_print_run(?), 0)")
                .param(run)
                .query(Long.class)
                .single());
    }

    /** Prints, as the actor; one that is printed already is left as it is. */
    void print(long id) {
        if (run(id).file().isPresent()) {
            return;
        }
        Progress.Running running = progress.start(WORK, Actor.current().person());
        inTransaction(() -> database.sql("update followup.print_run set progress = ? where id = ?")
                .params(running.id(), id)
                .update());
        byte[] packed = packed(running);
        inTransaction(() -> keep(id, packed));
        running.done();
    }

    /** The first who is done keeps the file: a run that two processes took up has one. */
    private boolean keep(long id, byte[] packed) {
        boolean first = database.sql("select file is null from followup.print_run where id = ? for update")
                .param(id)
                .query(Boolean.class)
                .single();
        if (first) {
            StoredFile file = files.keepMade("redovisningar.zip", "application/zip", packed);
            database.sql("update followup.print_run set file = ? where id = ?")
                    .params(file.id(), id)
                    .update();
            files.attached(file.id());
        }
        return first;
    }

    private byte[] packed(Progress.Running running) {
        List<Long> all = inTransaction(reports::readable);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int at = 0; at < all.size(); at++) {
                running.at("reports", at, all.size());
                long report = all.get(at);
                byte[] pdf = inTransaction(() -> {
                    ReportView view = reports.report(report);
                    return PdfDocument.write(papers.rendition(plans.plan(view.plan()), view));
                });
                zip.putNextEntry(new ZipEntry("%04d.pdf".formatted(report)));
                zip.write(pdf);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> deed) {
        return Objects.requireNonNull(transactions.execute(status -> Objects.requireNonNull(deed.get())));
    }
}
