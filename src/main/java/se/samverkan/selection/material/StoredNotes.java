package se.samverkan.selection.material;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.records.mark.MarkView;
import se.samverkan.selection.round.Trace;

/** Where the Inspectorate's material is kept, what was taken back too. */
@Repository
public class StoredNotes {

    private final JdbcClient database;

    StoredNotes(JdbcClient database) {
        this.database = database;
    }

    /**
     * A piece of it without its file's bytes.
     *
     * @param note what it says; empty where there is only a file, or a secrecy mark shuts it to the reader
     * @param fileName what its file is called; null where there is none, or a secrecy mark shuts it to the reader
     * @param mark the secrecy mark on what it says and its file
     */
    public record Kept(
            long id,
            long unit,
            LocalDate day,
            String source,
            String note,
            @Nullable String fileName,
            Trace trace,
            Optional<MarkView> mark) {

        Kept marked(Optional<MarkView> with) {
            return new Kept(id, unit, day, source, note, fileName, trace, with);
        }
    }

    /** All of a round, by unit's id and then the newest first. */
    List<Kept> all(long round) {
        return database.sql(
                        "select t.id, t.unit, t.noted_on, t.source, coalesce(c.words, '') as note, f.name as file_name, "
                                + Trace.COLUMNS + """
                        from selection.inspectorate_note t left join selection.note_content c on c.note = t.id
                        left join records.file f on f.id = c.file
                        where t.round = ? order by t.unit, t.noted_on desc, t.id desc
                        """)
                .param(round)
                .query((row, n) -> new Kept(
                        row.getLong("id"),
                        row.getLong("unit"),
                        row.getObject("noted_on", LocalDate.class),
                        row.getString("source"),
                        row.getString("note"),
                        row.getString("file_name"),
                        Trace.of(row),
                        Optional.empty()))
                .list();
    }

    /** The file of a piece that stands. */
    Optional<Long> file(long round, long id) {
        return database.sql("""
                        select c.file
                        from selection.note_content c join selection.inspectorate_note t on t.id = c.note
                        where t.round = ? and t.id = ? and c.file is not null and t.withdrawn_at is null
                        """).params(round, id).query(Long.class).optional();
    }

    /** @param file the file that has been kept for it, where it has one */
    void add(long round, long unit, NoteDraft draft, Optional<Long> file) {
        long note = database.sql("""
                        insert into selection.inspectorate_note (round, unit, noted_on, source, checksum)
                        values (?, ?, ?, ?, ?) returning id
                        """)
                .params(round, unit, draft.day(), draft.source().text(), draft.checksum())
                .query(Long.class)
                .single();
        database.sql("""
                        insert into selection.note_content (note, round, words, file) values (:note, :round, :words, :file)
                        """)
                .param("note", note)
                .param("round", round)
                .param("words", draft.note().text())
                .param("file", file.orElse(null))
                .update();
    }

    /** The round that a piece stands in, as far as the actor sees it. */
    Optional<Long> round(long note) {
        return database.sql("select round from selection.inspectorate_note where id = ? and withdrawn_at is null")
                .param(note)
                .query(Long.class)
                .optional();
    }

    /** False when it is taken back already. */
    boolean withdraw(long id) {
        return database.sql("""
                        update selection.inspectorate_note set withdrawn_by = access.person(), withdrawn_at = now()
                        where id = ? and withdrawn_at is null
                        """).param(id).update() == 1;
    }
}
