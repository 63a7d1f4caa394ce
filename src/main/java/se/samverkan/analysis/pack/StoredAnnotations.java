package se.samverkan.analysis.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.records.mark.MarkView;
import se.samverkan.records.mark.Marks;

/** What is written in data packs, as row-level security lets the actor see it. */
@Repository
class StoredAnnotations {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;
    private final Marks marks;

    StoredAnnotations(JdbcClient database, Names names, Marks marks) {
        this.database = database;
        this.names = names;
        this.marks = marks;
    }

    Map<String, Annotation> of(long partnership, long unit) {
        record Row(Annotation annotation, long by) {}
        List<Row> rows = database.sql("""
                select a.id, a.line, coalesce(w.words, '') as words, a.version, a.changed_by, a.changed_at
                from analysis.annotation a left join analysis.annotation_words w on w.annotation = a.id
                where a.partnership = ? and a.unit = ?
                """)
                .params(partnership, unit)
                .query((row, n) -> new Row(
                        new Annotation(
                                row.getLong("id"),
                                row.getString("line"),
                                row.getString("words"),
                                row.getInt("version"),
                                NOBODY,
                                row.getTimestamp("changed_at").toInstant(),
                                Optional.empty()),
                        row.getLong("changed_by")))
                .list();
        Map<Long, PersonName> called = rows.isEmpty()
                ? Map.of()
                : names.of(rows.stream().map(Row::by).distinct().toList());
        Map<Long, MarkView> marked = marks.of(
                Annotation.KIND, rows.stream().map(row -> row.annotation().id()).toList());
        Map<String, Annotation> found = new HashMap<>();
        rows.forEach(row -> found.put(
                row.annotation().line(),
                row.annotation()
                        .by(called.getOrDefault(row.by(), NOBODY))
                        .marked(Optional.ofNullable(marked.get(row.annotation().id())))));
        return found;
    }

    boolean annotates(PartnershipView partnership, long unit) {
        return database.sql("select analysis.annotates(?, ?, ?, ?)")
                .params(partnership.id(), partnership.owner(), partnership.organiser(), unit)
                .query(Boolean.class)
                .single();
    }

    /** @return whether the annotation still was in the version that was seen, 0 where there was none */
    boolean write(PartnershipView partnership, long unit, String line, int version, String words) {
        Optional<Long> written = database.sql("""
                insert into analysis.annotation as a (partnership, agency, organiser, unit, line, version)
                values (:partnership, :agency, :organiser, :unit, :line, 1)
                on conflict (partnership, unit, line) do update set version = a.version + 1,
                    changed_by = access.person(), changed_at = now() where a.version = :version
                returning id
                """)
                .param("partnership", partnership.id())
                .param("agency", partnership.owner())
                .param("organiser", partnership.organiser())
                .param("unit", unit)
                .param("line", line)
                .param("version", version)
                .query(Long.class)
                .optional();
        written.ifPresent(id -> say(id, words));
        return written.isPresent();
    }

    private void say(long annotation, String words) {
        if (words.isEmpty()) {
            database.sql("delete from analysis.annotation_words where annotation = ?")
                    .param(annotation)
                    .update();
        } else {
            database.sql("""
                            insert into analysis.annotation_words (annotation, words) values (?, ?)
                            on conflict (annotation) do update set words = excluded.words
                            """).params(annotation, words).update();
        }
    }
}
