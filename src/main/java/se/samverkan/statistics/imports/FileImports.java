package se.samverkan.statistics.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Installation.Kind;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Receipt.Outcome;
import se.samverkan.statistics.imports.Acceptance.Accepted;

/**
 * The door of file imports. A dry run does everything that an import does, and then lets the database forget it, so
 * that what it tells is what will happen.
 */
@Service
class FileImports implements Imports {

    private final Rights rights;
    private final Installation installation;
    private final TableReader reader;
    private final Acceptance acceptance;
    private final Receipts receipts;
    private final Drafting drafting;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    FileImports(
            Rights rights,
            Installation installation,
            TableReader reader,
            Acceptance acceptance,
            Receipts receipts,
            Drafting drafting,
            AuditTrail audit,
            PlatformTransactionManager transactionManager) {
        this.rights = rights;
        this.installation = installation;
        this.reader = reader;
        this.acceptance = acceptance;
        this.receipts = receipts;
        this.drafting = drafting;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    @Override
    public Receipt tryOut(InputStream content, String fileName) {
        return receive(content, fileName, true);
    }

    @Override
    public Receipt take(InputStream content, String fileName) {
        return receive(content, fileName, false);
    }

    @Override
    public Receipt takeTriedOut(UUID dryRun) {
        requireRight();
        Optional<Receipt> taken =
                transactions.execute(status -> receipts.followedBy(dryRun).map(receipts::find));
        if (taken.isPresent()) {
            return taken.get();
        }
        Receipt tried = transactions.execute(status -> receipts.find(dryRun));
        byte[] file = transactions
                .execute(status -> receipts.waiting(dryRun))
                .orElseThrow(() -> Refusal.rule("refusal.import.not-waiting"));
        Receipt receipt = unpack(file, tried.fileName());
        if (!receipt.isRefused()) {
            transactions.executeWithoutResult(status -> receipts.follow(dryRun, receipt.id()));
        }
        return receipt;
    }

    private Receipt unpack(byte[] packed, String fileName) {
        try (InputStream file = AnnotatedCopy.unpacked(packed)) {
            return receive(file, fileName, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private Receipt receive(InputStream content, String given, boolean dryRun) {
        requireRight();
        String fileName = plain(given);
        try (SourceFile file = SourceFile.receive(content, fileName)) {
            return read(file, dryRun);
        } catch (Unreadable unreadable) {
            return keep(drafting.unreadable(fileName, unreadable, dryRun));
        }
    }

    private Receipt read(SourceFile file, boolean dryRun) {
        Drafting.Started started;
        try {
            Sheet sheet = Sheets.open(file);
            started = new Drafting.Started(file, sheet, reader.read(sheet), dryRun);
        } catch (Unreadable unreadable) {
            return keep(drafting.unreadable(file, unreadable, dryRun));
        }
        acceptance.check(started.read().reading());
        if (started.read().reading().hasErrors()) {
            return keep(drafting.refused(started));
        }
        return dryRun ? keep(tryOut(started)) : takeIn(started);
    }

    private Receipts.Draft tryOut(Drafting.Started started) {
        try {
            return transactions.execute(status -> {
                status.setRollbackOnly();
                return outcome(started);
            });
        } catch (Refusal refusal) {
            return drafting.refused(started, refusal);
        }
    }

    private Receipt takeIn(Drafting.Started started) {
        try {
            return transactions.execute(status -> {
                Receipts.Draft draft = outcome(started);
                UUID id = receipts.keep(draft);
                if (draft.outcome() == Outcome.DONE) {
                    audit.record(happening(id, draft));
                    installation.become(Kind.REAL);
                }
                return receipts.find(id);
            });
        } catch (Refusal refusal) {
            return keep(drafting.refused(started, refusal));
        }
    }

    private Receipts.Draft outcome(Drafting.Started started) {
        acceptance.waitForTurn();
        if (acceptance.isKnownAlready(
                started.file(), started.read().match().layout().name())) {
            return drafting.knownAlready(started);
        }
        Accepted accepted = acceptance.accept(started.read(), started.file());
        return drafting.accepted(started, accepted);
    }

    private Receipt keep(Receipts.Draft draft) {
        return transactions.execute(status -> receipts.find(receipts.keep(draft)));
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

    /** The last part of a path, without what cannot be shown. */
    private static String plain(String given) {
        String name =
                given.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return name.substring(0, Math.min(200, name.length()));
    }
}
