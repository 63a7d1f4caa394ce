package se.samverkan.analysis.version;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import tools.jackson.databind.json.JsonMapper;

/** The adopted versions in the database, as row-level security lets the actor see them. */
@Repository("storedAnalysisVersions")
class StoredVersions {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final JsonMapper json;
    private final Names names;

    StoredVersions(JdbcClient database, JsonMapper json, Names names) {
        this.database = database;
        this.json = json;
        this.names = names;
    }

    /** All versions of an analysis, the newest first. */
    List<AdoptedVersion> of(long analysis) {
        record Row(int number, String content, String words, long document, long by, Instant at) {}
        List<Row> rows = database.sql("""
                select number, content, words, document, made_by, made_at from analysis.version
                where analysis = ? order by number desc
                """)
                .param(analysis)
                .query((row, n) -> new Row(
                        row.getInt("number"),
                        row.getString("content"),
                        row.getString("words"),
                        row.getLong("document"),
                        row.getLong("made_by"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
        Map<Long, PersonName> called = rows.isEmpty()
                ? Map.of()
                : names.of(rows.stream().map(Row::by).distinct().toList());
        return rows.stream()
                .map(row -> new AdoptedVersion(
                        row.number(),
                        json.readValue(row.content(), Frozen.class),
                        row.words(),
                        row.document(),
                        called.getOrDefault(row.by(), NOBODY),
                        row.at()))
                .toList();
    }

    void adopt(long analysis, int number, Frozen content, String words, long document) {
        database.sql("""
                insert into analysis.version (analysis, number, content, words, document)
                values (:analysis, :number, :content::jsonb, :words, :document)
                """)
                .param("analysis", analysis)
                .param("number", number)
                .param("content", json.writeValueAsString(content))
                .param("words", words)
                .param("document", document)
                .update();
    }
}
