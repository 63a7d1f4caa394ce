package se.samverkan.statistics.imports;

import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Installation.Kind;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Receipt.Outcome;
import se.samverkan.statistics.imports.Acceptance.Accepted;

/**
 * Reads one file to its end, all or nothing. A dry run does everything that an import does, and then lets the database
 * forget it, so that what it tells is what will happen. The receipt is written with the deed, in the same transaction.
 */
@Component
class FileReading {

    private final Installation installation;
    private final TableReader reader;
    private final Acceptance acceptance;
    private final Drafting drafting;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    FileReading(
            Installation installation,
            TableReader reader,
            Acceptance acceptance,
            Drafting drafting,
            AuditTrail audit,
            PlatformTransactionManager transactionManager) {
        this.installation = installation;
        this.reader = reader;
        this.acceptance = acceptance;
        this.drafting = drafting;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** Where a receipt is written, within the caller's transaction; answers with its id. */
    @FunctionalInterface
    interface Desk {
        UUID write(Receipts.Draft draft);
    }

    /** @return the id of the receipt */
    UUID read(SourceFile file, boolean dryRun, Progress.Watcher watcher, Desk desk) {
        Drafting.Started started;
        try {
            Sheet sheet = Sheets.open(file);
            started = new Drafting.Started(file, sheet, reader.read(sheet, watcher), dryRun);
        } catch (Unreadable unreadable) {
            return write(drafting.unreadable(file, unreadable, dryRun), desk);
        }
        acceptance.check(started.read().reading());
        if (started.read().reading().hasErrors()) {
            return write(drafting.refused(started), desk);
        }
        return dryRun ? write(tryOut(started, watcher), desk) : takeIn(started, watcher, desk);
    }

    <T> T seen(Supplier<T> sight) {
        return transactions.execute(status -> sight.get());
    }

    UUID write(Receipts.Draft draft, Desk desk) {
        return transactions.execute(status -> desk.write(draft));
    }

    private Receipts.Draft tryOut(Drafting.Started started, Progress.Watcher watcher) {
        try {
            return transactions.execute(status -> {
                status.setRollbackOnly();
                return outcome(started, watcher);
            });
        } catch (Refusal refusal) {
            return drafting.refused(started, refusal);
        }
    }

    private UUID takeIn(Drafting.Started started, Progress.Watcher watcher, Desk desk) {
        try {
            return transactions.execute(status -> {
                Receipts.Draft draft = outcome(started, watcher);
                UUID id = desk.write(draft);
                if (draft.outcome() == Outcome.DONE) {
                    audit.record(happening(id, draft));
                    installation.become(Kind.REAL);
                }
                return id;
            });
        } catch (Refusal refusal) {
            return write(drafting.refused(started, refusal), desk);
        }
    }

    private Receipts.Draft outcome(Drafting.Started started, Progress.Watcher watcher) {
        acceptance.waitForTurn();
        if (acceptance.isKnownAlready(
                started.file(), started.read().match().layout().name())) {
            return drafting.knownAlready(started);
        }
        Accepted accepted = acceptance.accept(started.read(), started.file(), watcher);
        return drafting.accepted(started, accepted);
    }

    private static Happening happening(UUID id, Receipts.Draft draft) {
        @Nullable Integer number = draft.importId();
        return Happening.of("figures.imported", new Happening.Subject("import", id.toString(), draft.fileName()), null)
                .changing("import.number", null, number)
                .changing("import.checksum", null, HexFormat.of().formatHex(draft.checksum()))
                .changing("import.layout", null, draft.understood().get("layout"))
                .changing("import.added", null, draft.understood().get("added"))
                .changing("import.revised", null, draft.understood().get("revised"));
    }
}
