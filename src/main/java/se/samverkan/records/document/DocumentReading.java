package se.samverkan.records.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.records.document.ShareView.Answer;
import se.samverkan.records.document.ShareView.Recipient;
import se.samverkan.records.document.VersionView.Part;
import se.samverkan.records.document.VersionView.Place;
import se.samverkan.records.file.StoredFile;
import se.samverkan.records.file.StoredFile.Scan;

/**
 * The door to the life of a document that the reader may see: its versions with files and adoptions, whom it is open to, how
 * it was shared and what was answered, and what guards it. Each is told as row-level security lets the reader see it.
 */
@Component
public class DocumentReading {

    private static final String NAME_OF = "coalesce((select n.name from access.names_of(array[%s]) n), '')";

    private final JdbcClient database;

    DocumentReading(JdbcClient database) {
        this.database = database;
    }

    /** The versions that are the reader's to see, the newest first. */
    @Transactional(readOnly = true)
    public List<VersionView> versions(long document) {
        Map<Integer, List<Part>> files = files(document);
        return database.sql("select v.number, v.title, v.note, v.made_at, " + NAME_OF.formatted("v.made_by") + """
                            as by, a.mandate, a.reference, a.decided_on, a.recorded_at,
                            coalesce(nullif(a.decider, ''),
                            """
                        + NAME_OF.formatted("a.decided_by") + ") as decider, "
                        + NAME_OF.formatted("a.recorded_by") + """
                            as recorded_by
                        from records.document_version v
                        left join records.adoption a on a.document = v.document and a.version = v.number
                        where v.document = ? order by v.number desc
                        """)
                .param(document)
                .query((row, n) -> new VersionView(
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("note"),
                        row.getString("by"),
                        row.getTimestamp("made_at").toInstant(),
                        files.getOrDefault(row.getInt("number"), List.of()),
                        adoption(row)))
                .list();
    }

    private static Optional<AdoptionView> adoption(ResultSet row) throws SQLException {
        String mandate = row.getString("mandate");
        return mandate == null
                ? Optional.empty()
                : Optional.of(new AdoptionView(
                        Mandate.Kind.valueOf(mandate),
                        row.getString("decider"),
                        row.getString("reference"),
                        row.getDate("decided_on").toLocalDate(),
                        row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant()));
    }

    private Map<Integer, List<Part>> files(long document) {
        Map<Integer, List<Part>> files = new LinkedHashMap<>();
        database.sql("""
                        select d.version, d.part, f.id, f.name, f.media_type, f.size, encode(f.checksum, 'hex') as checksum,
                            f.scan, f.cleaned
                        from records.document_file d join records.file f on f.id = d.file
                        where d.document = ? and d.removed_at is null
                        order by d.version, d.part = 'ATTACHMENT', d.part desc, f.id
                        """).param(document).query(row -> {
            files.computeIfAbsent(row.getInt("version"), version -> new ArrayList<>())
                    .add(new Part(
                            Place.valueOf(row.getString("part")),
                            new StoredFile(
                                    row.getLong("id"),
                                    row.getString("name"),
                                    row.getString("media_type"),
                                    row.getLong("size"),
                                    row.getString("checksum"),
                                    Scan.valueOf(row.getString("scan")),
                                    row.getBoolean("cleaned"))));
        });
        return files;
    }

    /** The SHA-256 of a version, in hex. */
    @Transactional(readOnly = true)
    public String checksum(long document, int version) {
        return versions(document).stream()
                .filter(each -> each.number() == version)
                .findFirst()
                .map(VersionView::checksum)
                .orElse("");
    }

    /** Whom it is and was open to, the newest first; for its own side, and for oneself. */
    @Transactional(readOnly = true)
    public List<OpeningView> openings(long document) {
        return database.sql("select o.*, " + NAME_OF.formatted("o.person") + " as name, "
                        + NAME_OF.formatted("o.opened_by") + """
                            as by, o.ended_at is null and o.until >= access.today() as standing
                        from records.opening o where o.document = ? order by o.id desc
                        """)
                .param(document)
                .query((row, n) -> new OpeningView(
                        row.getLong("id"),
                        row.getInt("version"),
                        row.getLong("person"),
                        row.getString("name"),
                        row.getDate("until").toLocalDate(),
                        row.getString("message"),
                        row.getString("by"),
                        row.getTimestamp("opened_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                        row.getBoolean("standing")))
                .list();
    }

    /** Its shares, the newest first, with what the recipients answered. */
    @Transactional(readOnly = true)
    public List<ShareView> shares(long document) {
        Map<Long, List<Recipient>> recipients = recipients(document);
        return database.sql("select s.*, " + NAME_OF.formatted("s.shared_by") + """
                            as by, encode(s.checksum, 'hex') as digest, coalesce(n.number || '-' || g.item, '') as case_number
                        from records.share s
                        left join records.registration g on g.share = s.id and g.direction = 'OUT'
                        left join records.case_number n
                            on n.organisation = g.organisation and n.room = g.room and n.record = g.record
                        where s.document = ? order by s.id desc
                        """)
                .param(document)
                .query((row, n) -> new ShareView(
                        row.getLong("id"),
                        row.getInt("version"),
                        row.getString("message"),
                        row.getString("digest"),
                        row.getString("by"),
                        row.getTimestamp("shared_at").toInstant(),
                        row.getString("case_number"),
                        recipients.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private Map<Long, List<Recipient>> recipients(long document) {
        Map<String, List<Answer>> answers = answers(document);
        Map<Long, List<Recipient>> recipients = new LinkedHashMap<>();
        database.sql("""
                        select r.share, r.organisation, o.name, r.outcome, r.reason,
                            coalesce(n.number || '-' || g.item, '') as case_number
                        from records.share_recipient r
                        join records.share s on s.id = r.share
                        join organisation.organisation o on o.id = r.organisation
                        left join records.registration g on g.share = r.share and g.organisation = r.organisation
                        left join records.case_number n
                            on n.organisation = g.organisation and n.room = g.room and n.record = g.record
                        where s.document = ? order by o.name collate "sv-SE-x-icu", o.id
                        """).param(document).query(row -> {
            String key = row.getLong("share") + " " + row.getLong("organisation");
            recipients
                    .computeIfAbsent(row.getLong("share"), share -> new ArrayList<>())
                    .add(new Recipient(
                            row.getLong("organisation"),
                            row.getString("name"),
                            row.getString("outcome"),
                            row.getString("reason"),
                            row.getString("case_number"),
                            answers.getOrDefault(key, List.of())));
        });
        return recipients;
    }

    private Map<String, List<Answer>> answers(long document) {
        Map<String, List<Answer>> answers = new LinkedHashMap<>();
        database.sql("select r.*, " + NAME_OF.formatted("r.made_by") + """
                            as by from records.receipt r join records.share s on s.id = r.share
                        where s.document = ? order by r.id
                        """)
                .param(document)
                .query(row -> {
                    answers.computeIfAbsent(
                                    row.getLong("share") + " " + row.getLong("organisation"), key -> new ArrayList<>())
                            .add(new Answer(
                                    Answer.Kind.valueOf(row.getString("kind")),
                                    row.getString("words"),
                                    row.getString("by"),
                                    row.getTimestamp("made_at").toInstant()));
                });
        return answers;
    }

    /** What guards it today. */
    @Transactional(readOnly = true)
    public GuardView guard(long document) {
        return new GuardView(
                database.sql("select m.*, " + NAME_OF.formatted("m.made_by") + """
                                    as by from records.secrecy_mark m where m.document = ? and m.lifted_at is null
                                """)
                        .param(document)
                        .query((row, n) -> new GuardView.Mark(
                                row.getString("provision"),
                                row.getString("words"),
                                row.getString("by"),
                                row.getTimestamp("made_at").toInstant()))
                        .optional(),
                database.sql("select w.*, " + NAME_OF.formatted("w.made_by") + """
                                    as by, (select array_agg(n.name order by n.name)
                                        from access.names_of(array(
                                            select l.person from records.let_in l where l.narrowing = w.id)) n) as people
                                from records.narrowing w
                                where w.document = ? and w.ended_at is null
                                  and coalesce(w.until, 'infinity') >= access.today()
                                """)
                        .param(document)
                        .query((row, n) -> new GuardView.Narrowing(
                                row.getString("reason"),
                                Optional.ofNullable(row.getDate("until")).map(java.sql.Date::toLocalDate),
                                row.getString("by"),
                                row.getTimestamp("made_at").toInstant(),
                                List.of((String[]) row.getArray("people").getArray())))
                        .optional());
    }

    /** Which list of documents to read. */
    public enum Shelf {
        /** Of one's own organisation or unit. */
        OWN("records.is_own(owner_organisation, organiser, unit, made_by)"),
        /** Shared with one's own organisation by another. */
        RECEIVED("visibility = 'SHARED' and not records.is_own(owner_organisation, organiser, unit, made_by)"
                + " and id in (select s.document from records.share s)"),
        /** Opened to oneself for comment. */
        OPENED("id = any ((select records.opened_documents())::bigint[])");

        private final String condition;

        Shelf(String condition) {
            this.condition = condition;
        }
    }

    /**
     * The documents on a shelf, the newest first.
     *
     * @param before the id that the page before ended with; a page begins below it
     */
    @Transactional(readOnly = true)
    public List<DocumentView> shelf(Shelf shelf, long before, int most) {
        return database.sql("select * from records.document_seen where id < ? and " + shelf.condition
                        + " order by id desc limit ?")
                .params(before, most)
                .query(StoredDocuments::view)
                .list();
    }

    /**
     * What waits for the reader.
     *
     * @param toReceipt how many shares nobody of the reader's organisation has receipted
     * @param opened how many drafts are open to the reader
     */
    public record Waiting(long toReceipt, long opened) {}

    @Transactional(readOnly = true)
    public Waiting waiting() {
        return database.sql("""
                        select (select count(*) from records.share_recipient r
                                where r.organisation = any ((select access.organisations_for('RECEIPT_DOCUMENTS'))::bigint[])
                                  and not exists (select from records.receipt a where a.share = r.share
                                    and a.organisation = r.organisation and a.kind = 'RECEIPTED')) as to_receipt,
                            cardinality(records.opened_documents()) as opened
                        """)
                .query((row, n) -> new Waiting(row.getLong("to_receipt"), row.getLong("opened")))
                .single();
    }
}
