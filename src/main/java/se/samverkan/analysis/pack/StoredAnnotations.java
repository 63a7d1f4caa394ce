package se.samverkan.analysis.pack;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.partnership.PartnershipView;

/** What is written in data packs, as row-level security lets the actor see it. */
@Repository
class StoredAnnotations {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredAnnotations(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    Map<String, Annotation> of(long partnership, long unit) {
        record Row(String line, String words, int version, long by, Instant at) {}
        List<Row> rows = database.sql("""
                select line, words, version, changed_by, changed_at from analysis.annotation
                where partnership = ? and unit = ?
                """)
                .params(partnership, unit)
                .query((row, n) -> new Row(
                        row.getString("line"),
                        row.getString("words"),
                        row.getInt("version"),
                        row.getLong("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
        Map<Long, PersonName> called = rows.isEmpty()
                ? Map.of()
                : names.of(rows.stream().map(Row::by).distinct().toList());
        Map<String, Annotation> found = new HashMap<>();
        rows.forEach(row -> found.put(
                row.line(),
                new Annotation(
                        row.line(), row.words(), row.version(), called.getOrDefault(row.by(), NOBODY), row.at())));
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
        return database.sql("""
                insert into analysis.annotation as a (partnership, agency, organiser, unit, line, words, version)
                values (:partnership, :agency, :organiser, :unit, :line, :words, 1)
                on conflict (partnership, unit, line) do update set words = excluded.words, version = a.version + 1,
                    changed_by = access.person(), changed_at = now() where a.version = :version
                """)
                        .param("partnership", partnership.id())
                        .param("agency", partnership.owner())
                        .param("organiser", partnership.organiser())
                        .param("unit", unit)
                        .param("line", line)
                        .param("words", words)
                        .param("version", version)
                        .update()
                == 1;
    }
}
