package se.samverkan.partnership.closing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.archive.ArchivePackages;
import se.samverkan.records.archive.ArchivedRows;
import se.samverkan.records.archive.Matter;
import se.samverkan.records.archive.Packed;
import se.samverkan.records.file.StoredFile;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;

/**
 * The package for the archive of a closed case: asked for with the decision, made by a job with the rights of whoever asked,
 * kept as a file. It is there whole or not at all; what was half made is made anew.
 */
@Component
class Archiving {

    private final Partnerships partnerships;
    private final CaseClosing closing;
    private final StoredClosings store;
    private final ArchivePackages packages;
    private final se.samverkan.records.file.Files files;
    private final Directory directory;
    private final Rights rights;
    private final JdbcClient database;

    Archiving(
            Partnerships partnerships,
            CaseClosing closing,
            StoredClosings store,
            ArchivePackages packages,
            se.samverkan.records.file.Files files,
            Directory directory,
            Rights rights,
            JdbcClient database) {
        this.partnerships = partnerships;
        this.closing = closing;
        this.store = store;
        this.packages = packages;
        this.files = files;
        this.directory = directory;
        this.rights = rights;
        this.database = database;
    }

    /** A package that is still to be made, and who asked for it. */
    record Asked(long partnership, long askedBy) {}

    @Transactional(readOnly = true)
    public List<Asked> waiting() {
        return database.sql("select * from partnership.archives_waiting()")
                .query(Asked.class)
                .list();
    }

    /** How far the package has come, for those whose it is. */
    @Transactional(readOnly = true)
    public Optional<ArchiveState> state(long id) {
        return store.archive(closing.partnership(id).id());
    }

    /** The package as a file to take away. */
    @Transactional(readOnly = true)
    public StoredFile file(long id) {
        rights.require(Verb.MAKE_ARCHIVE_PACKAGE);
        return state(id)
                .flatMap(ArchiveState::made)
                .flatMap(made -> files.find(made.file()))
                .orElseThrow(Refusal::notSeen);
    }

    /** Asks for the package, where none was asked for or it could not be made. */
    @Transactional
    public void ask(long id) {
        PartnershipView view = closing.partnership(id);
        if (!closing.mayClose(view)) {
            throw Refusal.notAllowed("partnership.closing.refusal.owner", view.ownerName());
        }
        rights.require(Verb.MAKE_ARCHIVE_PACKAGE, view.owner());
        if (!closing.isClosed(id)) {
            throw Refusal.rule("partnership.closing.refusal.not-closed");
        }
        store.askForArchive(id);
    }

    /** Notes that one more try begins; false where it has been made, or too many came to nothing. */
    @Transactional
    public boolean begin(long id, UUID progress) {
        return database.sql("select partnership.try_archive(?, ?)")
                .params(id, progress)
                .query(Boolean.class)
                .single();
    }

    /** Makes it, as the one who asked; does nothing where another process makes it just now. */
    @Transactional
    public void pack(long id, Progress.Watcher watcher) {
        boolean held = database.sql("select partnership.hold_archive(?)")
                .param(id)
                .query(Boolean.class)
                .single();
        if (held) {
            watcher.at("archive.packing", 0, 0);
            packed(partnerships.find(id).orElseThrow(Refusal::notSeen), watcher);
        }
    }

    private void packed(PartnershipView view, Progress.Watcher watcher) {
        Matter matter = matter(view);
        try {
            Path file = Files.createTempFile("samverkan-archive-", ".zip");
            try {
                Packed packed;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    packed = packages.write(matter, out);
                }
                watcher.at("archive.keeping", 0, 0);
                StoredFile kept =
                        files.keepMade(packed.name() + ".zip", "application/zip", () -> Files.newInputStream(file));
                store.archived(view.id(), kept.id(), packed);
                files.attached(kept.id());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Matter matter(PartnershipView view) {
        Closed closed = store.closed(view.id()).orElseThrow(Refusal::notSeen);
        return new Matter(
                ArchivedRows.PARTNERSHIP,
                Long.toString(view.id()),
                view.organiserName(),
                "",
                new Matter.Owner(view.owner(), view.ownerName(), ownerKey(view)),
                closed.at());
    }

    private String ownerKey(PartnershipView view) {
        return directory.organisations().stream()
                .filter(each -> each.id() == view.owner())
                .map(OrganisationView::key)
                .findFirst()
                .orElseGet(() -> directory
                        .organiserById(view.owner())
                        .map(each -> each.key())
                        .orElseThrow(Refusal::notSeen));
    }

    @Transactional
    public void refuse(long id, String reason) {
        store.refuseArchive(id, reason);
    }
}
