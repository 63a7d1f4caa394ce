package se.samverkan.analysis.chain;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;

/** The texts of parts that do not stand any more, as row-level security lets the actor see them. */
@Repository
class StoredKeptTexts {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredKeptTexts(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    /** Keeps the text that stands now, before another takes its place. */
    void keepReplaced(long part) {
        database.sql("""
                insert into analysis.kept_text (part, title, words, why, written_by, written_at)
                select p.id, p.title, coalesce(w.words, ''), 'REPLACED', p.changed_by, p.changed_at
                from analysis.part p left join analysis.part_words w on w.part = p.id where p.id = ?
                """).param(part).update();
    }

    /** Keeps a text that the actor wrote while somebody else saved another; once, however often it is sent. */
    void keepUnsaved(long part, String title, String words) {
        database.sql("""
                insert into analysis.kept_text (part, title, words, why, written_by, written_at)
                select :part, :title, :words, 'NOT_SAVED', access.person(), now()
                where not exists (select from analysis.kept_text k where k.part = :part and k.why = 'NOT_SAVED'
                    and k.title = :title and k.words = :words and k.written_by = access.person())
                """)
                .param("part", part)
                .param("title", title)
                .param("words", words)
                .update();
    }

    /** Those of a part, the newest first. */
    List<KeptText> of(long part, int most) {
        record Row(KeptText text, long by) {}
        List<Row> rows = database.sql("""
                select title, words, why, written_by, written_at from analysis.kept_text
                where part = ? order by kept_at desc, id desc limit ?
                """)
                .params(part, most)
                .query((row, n) -> new Row(
                        new KeptText(
                                row.getString("title"),
                                row.getString("words"),
                                KeptText.Why.valueOf(row.getString("why")),
                                NOBODY,
                                row.getTimestamp("written_at").toInstant()),
                        row.getLong("written_by")))
                .list();
        Map<Long, PersonName> called = rows.isEmpty()
                ? Map.of()
                : names.of(rows.stream().map(Row::by).distinct().toList());
        return rows.stream()
                .map(row -> new KeptText(
                        row.text().title(),
                        row.text().words(),
                        row.text().why(),
                        called.getOrDefault(row.by(), NOBODY),
                        row.text().writtenAt()))
                .toList();
    }
}
