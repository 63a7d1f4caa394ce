package se.samverkan.partnership.form;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;

/** The forms of cases in the database, as row-level security lets the actor see them. */
@Repository
class StoredForms {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredForms(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    /** An answer and how many times it has been changed. */
    record Answer(String words, int version) {}

    /** What the actor may do with the forms of a unit. */
    record Part(boolean reads, boolean fills, boolean adopts) {}

    Part part(long partnership, long unit, long organiser) {
        return database.sql("""
                        select partnership.reads_forms(:partnership, :unit) as reads, partnership.fills(:partnership, :unit) as fills,
                            records.may('ADOPT_DOCUMENTS', :organiser, :organiser, :unit) as adopts
                        """)
                .param("partnership", partnership)
                .param("unit", unit)
                .param("organiser", organiser)
                .query((row, n) -> new Part(row.getBoolean("reads"), row.getBoolean("fills"), row.getBoolean("adopts")))
                .single();
    }

    Map<String, Answer> answers(long partnership, long unit, String form) {
        Map<String, Answer> found = new HashMap<>();
        database.sql("""
                        select field, words, version from partnership.form_answer
                        where partnership = ? and unit = ? and form = ?
                        """).params(partnership, unit, form).query(row -> {
            found.put(row.getString("field"), new Answer(row.getString("words"), row.getInt("version")));
        });
        return found;
    }

    void answer(CaseForm form, String field, String words) {
        database.sql("""
                        insert into partnership.form_answer (partnership, unit, form, field, words) values (?, ?, ?, ?, ?)
                        on conflict (partnership, unit, form, field) do update set words = excluded.words,
                            version = form_answer.version + 1, changed_by = access.person(), changed_at = now()
                        """)
                .params(form.partnership().id(), form.unit().unit(), form.form().key(), field, words)
                .update();
    }

    /** The newest first. */
    List<FormVersion> versions(long partnership, long unit, String form) {
        record Row(FormVersion version, long by) {}
        List<Row> rows = database.sql("""
                        select number, document, made_by, made_at, reopened_at, reopened_why from partnership.form_version
                        where partnership = ? and unit = ? and form = ? order by number desc
                        """)
                .params(partnership, unit, form)
                .query((row, n) -> new Row(
                        new FormVersion(
                                row.getInt("number"),
                                row.getLong("document"),
                                NOBODY,
                                row.getTimestamp("made_at").toInstant(),
                                Optional.ofNullable(row.getTimestamp("reopened_at"))
                                        .map(Timestamp::toInstant),
                                row.getString("reopened_why")),
                        row.getLong("made_by")))
                .list();
        Map<Long, PersonName> called =
                names.of(rows.stream().map(Row::by).distinct().toList());
        return rows.stream()
                .map(row -> new FormVersion(
                        row.version().number(),
                        row.version().document(),
                        called.getOrDefault(row.by(), NOBODY),
                        row.version().at(),
                        row.version().reopenedAt(),
                        row.version().why()))
                .toList();
    }

    void adopt(CaseForm form, int number, long document) {
        database.sql("""
                        insert into partnership.form_version (partnership, unit, form, number, document) values (?, ?, ?, ?, ?)
                        """)
                .params(form.partnership().id(), form.unit().unit(), form.form().key(), number, document)
                .update();
    }

    void reopen(CaseForm form, String why) {
        database.sql("""
                        update partnership.form_version set reopened_by = access.person(), reopened_at = now(), reopened_why = ?
                        where partnership = ? and unit = ? and form = ? and reopened_at is null
                        """)
                .params(
                        why,
                        form.partnership().id(),
                        form.unit().unit(),
                        form.form().key())
                .update();
    }
}
