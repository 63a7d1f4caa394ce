package se.samverkan.selection.material;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.selection.round.Trace;

/** Where the Inspectorate's material is kept, what was taken back too. */
@Repository
public class StoredNotes {

    private final JdbcClient database;

    StoredNotes(JdbcClient database) {
        this.database = database;
    }

    /** A piece of it without its file's bytes. */
    public record Kept(
            long id,
            long unit,
            LocalDate day,
            String source,
            String note,
            @Nullable String fileName,
            Trace trace) {}

    /** All of a round, by unit's id and then the newest first. */
    List<Kept> all(long round) {
        return database.sql("select t.id, t.unit, t.noted_on, t.source, t.note, t.file_name, " + Trace.COLUMNS + """
                        from selection.inspectorate_note t where t.round = ? order by t.unit, t.noted_on desc, t.id desc
                        """)
                .param(round)
                .query((row, n) -> new Kept(
                        row.getLong("id"),
                        row.getLong("unit"),
                        row.getObject("noted_on", LocalDate.class),
                        row.getString("source"),
                        row.getString("note"),
                        row.getString("file_name"),
                        Trace.of(row)))
                .list();
    }

    /** The file of a piece that stands. */
    Optional<NoteFile> file(long round, long id) {
        return database.sql("""
                        select file_name, file_type, file from selection.inspectorate_note
                        where round = ? and id = ? and file is not null and withdrawn_at is null
                        """)
                .params(round, id)
                .query((row, n) -> new NoteFile(row.getString(1), row.getString(2), row.getBytes(3)))
                .optional();
    }

    void add(long round, long unit, NoteDraft draft) {
        database.sql("""
                        insert into selection.inspectorate_note
                            (round, unit, noted_on, source, note, file_name, file_type, file, checksum)
                        values (:round, :unit, :day, :source, :note, :name, :type, :file, :checksum)
                        """)
                .param("round", round)
                .param("unit", unit)
                .param("day", draft.day())
                .param("source", draft.source().text())
                .param("note", draft.note().text())
                .param("name", draft.file().map(NoteFile::name).orElse(null))
                .param("type", draft.file().map(NoteFile::type).orElse(null))
                .param("file", draft.file().map(NoteFile::content).orElse(null))
                .param("checksum", draft.checksum())
                .update();
    }

    /** False when it is taken back already. */
    boolean withdraw(long id) {
        return database.sql("""
                        update selection.inspectorate_note set withdrawn_by = access.person(), withdrawn_at = now()
                        where id = ? and withdrawn_at is null
                        """).param(id).update() == 1;
    }
}
