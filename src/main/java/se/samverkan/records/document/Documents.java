package se.samverkan.records.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.records.document.VersionView.Place;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to documents: draws them up, writes them anew, finds them. A version is never changed; what is written next is
 * the next one. A draft is its organisation's, and a unit's draft its unit's.
 */
@Component
public class Documents {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final JdbcClient database;
    private final StoredDocuments stored;
    private final Files files;
    private final Rights rights;
    private final DocumentTrail trail;

    Documents(JdbcClient database, StoredDocuments stored, Files files, Rights rights, DocumentTrail trail) {
        this.database = database;
        this.stored = stored;
        this.files = files;
        this.rights = rights;
        this.trail = trail;
    }

    /**
     * Draws a document up.
     *
     * @return its id
     */
    @Transactional
    public long draft(Draft draft, Content content) {
        return draft(draft, content, List.of(), null);
    }

    /**
     * Draws a document up with files attached.
     *
     * @param attachments the ids of files that were sent in
     * @param numberReason why personal identity numbers stand in it, or null where none do
     */
    @Transactional
    public long draft(Draft draft, Content content, List<Long> attachments, @Nullable String numberReason) {
        return draft(draft, "", content, attachments, numberReason);
    }

    /** The same with a note about where it comes from. */
    @Transactional
    public long draft(
            Draft draft, String note, Content content, List<Long> attachments, @Nullable String numberReason) {
        rights.require(Verb.WRITE_DOCUMENTS);
        if (draft.title().isBlank()) {
            throw Refusal.rule("document.refusal.title");
        }
        requirePlace(draft);
        long id = database.sql("""
                        insert into records.document (kind, language, record_room, record_id, owner_organisation,
                            organiser, unit)
                        values (:kind, :language, :room, :record, :owner, :organiser, :unit) returning id
                        """)
                .param("kind", draft.kind())
                .param("language", draft.language().getLanguage())
                .param("room", draft.record().room())
                .param("record", draft.record().id())
                .param("owner", draft.owner())
                .param("organiser", draft.organiser())
                .param("unit", draft.unit())
                .query(Long.class)
                .single();
        write(id, 1, new FreeText(draft.title(), numberReason == null ? "" : numberReason), note, content);
        attachments.forEach(file -> put(id, 1, Place.ATTACHMENT, file));
        trail.record(trail.of("drafted", id, draft.title(), draft.owner())
                .changing("kind", null, draft.kind())
                .changing("number-reason", null, numberReason));
        return id;
    }

    private void requirePlace(Draft draft) {
        boolean may = database.sql("select records.may('WRITE_DOCUMENTS', :owner, :organiser::bigint, :unit::bigint)")
                .param("owner", draft.owner())
                .param("organiser", draft.organiser())
                .param("unit", draft.unit())
                .query(Boolean.class)
                .single();
        if (!may) {
            throw Refusal.notAllowed("refusal.verb.WRITE_DOCUMENTS");
        }
    }

    /**
     * Writes a document anew. Attachments of the version before go with it.
     *
     * @param seen the version of the document that the writer saw
     * @param title what it is called from now on
     * @param note what is new, empty where nothing needs to be said
     * @return the number of the new version
     */
    @Transactional
    public int newVersion(long id, int seen, FreeText title, FreeText note, Content content) {
        DocumentView document = toWrite(id);
        changed(id, seen);
        int number = document.number() + 1;
        write(id, number, title, note.text(), content);
        database.sql("""
                        insert into records.document_file (document, version, part, file)
                        select document, ?, part, file from records.document_file
                        where document = ? and version = ? and part = 'ATTACHMENT' and removed_at is null
                        """).params(number, id, document.number()).update();
        trail.record(trail.of("version-written", document)
                .changing("version", document.number(), number)
                .changing("title", document.title(), title.text())
                .changing("number-reason", null, reason(title, note)));
        return number;
    }

    private static @Nullable String reason(FreeText title, FreeText note) {
        return title.numberReasonOrNull() == null ? note.numberReasonOrNull() : title.numberReasonOrNull();
    }

    private void write(long id, int number, FreeText title, String note, Content content) {
        database.sql("""
                        insert into records.document_version (document, number, title, note, number_reason)
                        values (:document, :number, :title, :note, :reason)
                        """)
                .param("document", id)
                .param("number", number)
                .param("title", title.text())
                .param("note", note)
                .param("reason", title.numberReasonOrNull())
                .update();
        switch (content) {
            case Content.Rendered(var rendition) ->
                made(id, number, PdfDocument.write(rendition), WordDocument.write(rendition), title.text());
            case Content.Made(var pdf, var word) -> made(id, number, pdf, word, title.text());
            case Content.Sent(var file) -> put(id, number, Place.CONTENT, file);
        }
    }

    private void made(long id, int number, byte[] pdf, byte[] word, String title) {
        String name = fileName(title);
        put(
                id,
                number,
                Place.PDF,
                files.keepMade(name + ".pdf", "application/pdf", pdf).id());
        put(id, number, Place.DOCX, files.keepMade(name + ".docx", WORD, word).id());
    }

    private static String fileName(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return plain.substring(0, Math.min(plain.length(), 80)).replaceAll("^-|-$", "");
    }

    private void put(long id, int number, Place place, long file) {
        StoredFile held = files.find(file).orElseThrow(Refusal::notSeen);
        database.sql("insert into records.document_file (document, version, part, file) values (?, ?, ?, ?)")
                .params(id, number, place.name(), held.id())
                .update();
        files.attached(held.id());
    }

    /** Attaches a file that was sent in to the newest version, as long as that is a draft. */
    @Transactional
    public void attach(long id, int seen, long file) {
        DocumentView document = toWrite(id);
        requireDraft(document);
        changed(id, seen);
        put(id, document.number(), Place.ATTACHMENT, file);
        trail.record(trail.of("attached", document)
                .changing("file", null, files.find(file).map(StoredFile::name).orElse("")));
    }

    /** Takes an attachment away from the newest version; earlier versions keep it. */
    @Transactional
    public void detach(long id, int seen, long file) {
        DocumentView document = toWrite(id);
        requireDraft(document);
        StoredFile attached = files.find(file).orElseThrow(Refusal::notSeen);
        changed(id, seen);
        int removed = database.sql("""
                        update records.document_file set removed_at = now(), removed_by = access.person()
                        where document = ? and version = ? and file = ? and part = 'ATTACHMENT' and removed_at is null
                        """).params(id, document.number(), file).update();
        if (removed == 0) {
            throw Refusal.stale();
        }
        trail.record(trail.of("detached", document).changing("file", attached.name(), null));
    }

    /** Moves a document to another record; what guards it stays. */
    @Transactional
    public void move(long id, int seen, RecordRef record) {
        DocumentView document = toWrite(id);
        changed(id, seen);
        database.sql("update records.document set record_room = ?, record_id = ? where id = ?")
                .params(record.room(), record.id(), id)
                .update();
        trail.record(trail.of("moved", document).changing("record", name(document.record()), name(record)));
    }

    private static String name(RecordRef record) {
        return (record.room() + " " + record.id()).strip();
    }

    /** The document, where the reader may see it. */
    @Transactional(readOnly = true)
    public Optional<DocumentView> find(long id) {
        return stored.find(id);
    }

    /** @throws Refusal when there is none that the reader may see */
    @Transactional(readOnly = true)
    public DocumentView document(long id) {
        return stored.find(id).orElseThrow(Refusal::notSeen);
    }

    /** The documents of a record that the reader may see, the newest first. */
    @Transactional(readOnly = true)
    public List<DocumentView> of(RecordRef record) {
        return stored.of(record);
    }

    /** A file of a document, where the reader may see the version that it belongs to. */
    @Transactional(readOnly = true)
    public StoredFile file(long id, long file) {
        return stored.file(id, file).flatMap(files::find).orElseThrow(Refusal::notSeen);
    }

    /**
     * What the reader may do to a document that the reader sees.
     *
     * @param own whether it is of the reader's own side
     */
    public record Standing(boolean own, boolean mayWrite, boolean mayAdopt, boolean mayShare) {}

    @Transactional(readOnly = true)
    public Standing standing(long id) {
        return stored.standing(id);
    }

    /** Where the actor may draw up documents, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<PlaceToWrite> places() {
        rights.require(Verb.WRITE_DOCUMENTS);
        return stored.places();
    }

    /** @throws Refusal when the actor may not do this to it, or may not see it */
    @Transactional(readOnly = true)
    public DocumentView documentFor(Verb verb, long id) {
        return stored.require(verb, id);
    }

    private DocumentView toWrite(long id) {
        return stored.require(Verb.WRITE_DOCUMENTS, id);
    }

    static void requireDraft(DocumentView document) {
        if (!document.isDraft()) {
            throw Refusal.rule("document.refusal.fixed");
        }
    }

    private void changed(long id, int seen) {
        stored.changed(id, seen);
    }
}
