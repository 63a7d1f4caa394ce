package se.samverkan.records.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.records.document.DocumentView.State;
import se.samverkan.records.document.DocumentView.Visibility;
import se.samverkan.shared.Refusal;

/** Where documents are kept, as row-level security shows them; and the rule of who may do what to one that is seen. */
@Repository
class StoredDocuments {

    private final JdbcClient database;
    private final Rights rights;

    StoredDocuments(JdbcClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    Optional<DocumentView> find(long id) {
        return database.sql("select * from records.document_seen where id = ?")
                .param(id)
                .query(StoredDocuments::view)
                .optional();
    }

    List<DocumentView> of(RecordRef record) {
        return database.sql(
                        "select * from records.document_seen where record_room = ? and record_id = ? order by id desc")
                .params(record.room(), record.id())
                .query(StoredDocuments::view)
                .list();
    }

    /** The id of a file that belongs to a version which the reader may see. */
    Optional<Long> file(long document, long file) {
        return database.sql("select file from records.document_file where document = ? and file = ? limit 1")
                .params(document, file)
                .query(Long.class)
                .optional();
    }

    /** Whether the actor may do this to the document; false too where it is not seen. */
    boolean may(Verb verb, long id) {
        return rights.allow(verb)
                && database.sql("""
                                select records.may(?, owner_organisation, organiser, unit) from records.document where id = ?
                                """)
                        .params(verb.name(), id)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
    }

    /** @throws Refusal when the document is not seen, or the actor may not do this to it */
    DocumentView require(Verb verb, long id) {
        DocumentView document = find(id).orElseThrow(Refusal::notSeen);
        if (!may(verb, id)) {
            throw Refusal.notAllowed("refusal.verb." + verb);
        }
        return document;
    }

    Documents.Standing standing(long id) {
        return database.sql("""
                        select records.is_own(owner_organisation, organiser, unit, made_by) as own,
                            records.may('WRITE_DOCUMENTS', owner_organisation, organiser, unit) as may_write,
                            records.may('ADOPT_DOCUMENTS', owner_organisation, organiser, unit) as may_adopt,
                            records.may('SHARE_DOCUMENTS', owner_organisation, organiser, unit) as may_share
                        from records.document where id = ?
                        """)
                .param(id)
                .query((row, n) -> new Documents.Standing(
                        row.getBoolean("own"),
                        row.getBoolean("may_write"),
                        row.getBoolean("may_adopt"),
                        row.getBoolean("may_share")))
                .optional()
                .orElseThrow(Refusal::notSeen);
    }

    List<PlaceToWrite> places() {
        return database.sql("select * from records.places_to_write()")
                .query((row, n) -> new PlaceToWrite(
                        row.getLong("organisation"),
                        id(row, "unit"),
                        row.getBoolean("organiser"),
                        row.getString("name")))
                .list();
    }

    /** Counts a change, made by somebody who saw this version of the document. */
    void changed(long id, int seen) {
        int counted = database.sql("update records.document set version = version + 1 where id = ? and version = ?")
                .params(id, seen)
                .update();
        if (counted == 0) {
            throw Refusal.stale();
        }
    }

    static DocumentView view(ResultSet row, int number) throws SQLException {
        return new DocumentView(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("language"),
                new RecordRef(row.getString("record_room"), row.getString("record_id")),
                row.getLong("owner_organisation"),
                row.getString("owner_name"),
                id(row, "organiser"),
                id(row, "unit"),
                row.getString("unit_name"),
                Visibility.valueOf(row.getString("visibility")),
                row.getInt("version"),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("number"),
                row.getString("title"),
                row.getTimestamp("written_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("mark"),
                row.getBoolean("narrowed"));
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }
}
