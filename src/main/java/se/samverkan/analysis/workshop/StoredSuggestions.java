package se.samverkan.analysis.workshop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Actor;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;

/** What has been suggested against causes, as row-level security lets the actor see it. */
@Repository
class StoredSuggestions {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredSuggestions(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    List<Suggestion> of(long analysis) {
        record Row(long id, long cause, String what, String base, String words, String source, long by, Instant at) {}
        List<Row> rows = database.sql("""
                select id, cause, what, base, words, source, made_by, made_at from analysis.suggestion
                where analysis = ? and withdrawn_at is null order by made_at, id
                """)
                .param(analysis)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getLong("cause"),
                        row.getString("what"),
                        row.getString("base"),
                        row.getString("words"),
                        row.getString("source"),
                        row.getLong("made_by"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
        Map<Long, PersonName> called = rows.isEmpty()
                ? Map.of()
                : names.of(rows.stream().map(Row::by).distinct().toList());
        return rows.stream()
                .map(row -> new Suggestion(
                        row.id(),
                        row.cause(),
                        row.what(),
                        EvidenceBase.valueOf(row.base()),
                        row.words(),
                        row.source(),
                        called.getOrDefault(row.by(), NOBODY),
                        row.at(),
                        row.by() == Actor.current().person()))
                .toList();
    }

    void add(long analysis, long cause, String what, EvidenceBase base, String words, String source) {
        database.sql("""
                insert into analysis.suggestion (analysis, cause, what, base, words, source) values (?, ?, ?, ?, ?, ?)
                """)
                .params(analysis, cause, what, base.name(), words, source)
                .update();
    }

    void takeBack(long id) {
        database.sql("update analysis.suggestion set withdrawn_at = now() where id = ?")
                .param(id)
                .update();
    }
}
