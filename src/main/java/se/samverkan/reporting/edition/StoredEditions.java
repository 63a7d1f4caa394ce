package se.samverkan.reporting.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.reporting.aggregate.KeptCounts;
import se.samverkan.reporting.aggregate.NamedTable;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import se.samverkan.reporting.edition.Edition.HandedIn;
import se.samverkan.reporting.edition.Edition.Part;
import tools.jackson.databind.json.JsonMapper;

/** The editions in the database, as row-level security lets the actor see them; one that was handed in cannot be changed there. */
@Repository
class StoredEditions {

    private static final String SHOWN = """
            select e.*, o.name as organisation_name, (select n.name from access.names_of(array[e.handed_by]) n) as handed_name
            from reporting.edition e join organisation.organisation o on o.id = e.organisation
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    StoredEditions(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A part of a report before anything is written in it. */
    private record Kind(String key, List<String> topics) {}

    /** All that the actor reads, the newest first; without what they say. */
    List<Edition> all() {
        return database.sql(SHOWN + " order by e.year desc, e.id desc")
                .query((row, n) -> edition(row, List.of()))
                .list();
    }

    /** A table of a report that has been handed in. */
    record HandedInTable(int year, NamedTable table) {}

    /** Those of all reports of a programme that have been handed in, the first one first. */
    List<HandedInTable> handedIn(Programme programme) {
        return database.sql("""
                        select e.year, t.content from reporting.edition e join reporting.edition_table t on t.edition = e.id
                        where e.organisation = ? and e.variant = ? and e.handed_at is not null order by e.id, t.topic
                        """)
                .params(programme.organisation(), programme.variant())
                .query((row, n) -> new HandedInTable(
                        row.getInt("year"), json.readValue(row.getString("content"), NamedTable.class)))
                .list();
    }

    Optional<Edition> find(long id) {
        return database.sql(SHOWN + " where e.id = ?")
                .param(id)
                .query((row, n) -> edition(row, parts(id)))
                .optional();
    }

    /** The draft of a year, where there is one. */
    Optional<Long> draft(Programme programme, int year) {
        return database.sql("""
                        select id from reporting.edition
                        where organisation = ? and variant = ? and year = ? and handed_at is null
                        """)
                .params(programme.organisation(), programme.variant(), year)
                .query(Long.class)
                .optional();
    }

    /** The newest that was handed in, of this year or an earlier one. */
    Optional<Long> before(long organisation, String variant, int year, long other) {
        return database.sql("""
                        select id from reporting.edition
                        where organisation = ? and variant = ? and year <= ? and handed_at is not null and id <> ?
                        order by year desc, id desc limit 1
                        """)
                .params(organisation, variant, year, other)
                .query(Long.class)
                .optional();
    }

    long begin(Programme programme, Names name, int year, @Nullable Long replaces, Instant countedAt) {
        return database.sql("""
                        insert into reporting.edition (organisation, variant, variant_version, programme, year, replaces, counted_at)
                        values (:organisation, :variant, :version, :programme::jsonb, :year, :replaces, :counted) returning id
                        """)
                .param("organisation", programme.organisation())
                .param("variant", programme.variant())
                .param("version", programme.newest())
                .param("programme", json.writeValueAsString(name))
                .param("year", year)
                .param("replaces", replaces)
                .param("counted", countedAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void write(long edition, String part, String words) {
        database.sql("""
                        insert into reporting.edition_text (edition, part, words) values (?, ?, ?)
                        on conflict (edition, part) do update set words = excluded.words
                        """).params(edition, part, words).update();
    }

    /** @param counts what the tables were made of before anything was masked */
    void pullIn(long edition, Collection<NamedTable> tables, KeptCounts counts) {
        database.sql("delete from reporting.edition_count where edition = ?")
                .param(edition)
                .update();
        database.sql("insert into reporting.edition_count (edition, counts) values (?, ?::jsonb)")
                .params(edition, json.writeValueAsString(counts))
                .update();
        database.sql("delete from reporting.edition_table where edition = ?")
                .param(edition)
                .update();
        tables.forEach(table -> database.sql(
                        "insert into reporting.edition_table (edition, topic, content) values (?, ?, ?::jsonb)")
                .params(edition, table.topic(), json.writeValueAsString(table))
                .update());
    }

    /** Counts a change; false where somebody else has changed it since. */
    boolean turn(long edition, int version, Instant countedAt) {
        return database.sql("""
                        update reporting.edition set version = version + 1, counted_at = ? where id = ? and version = ?
                        """)
                        .params(countedAt.atOffset(ZoneOffset.UTC), edition, version)
                        .update()
                == 1;
    }

    /** What its tables were made of; none where they were pulled in before that was kept. */
    Optional<KeptCounts> counts(long edition) {
        return database.sql("select counts from reporting.edition_count where edition = ?")
                .param(edition)
                .query((row, n) -> json.readValue(row.getString("counts"), KeptCounts.class))
                .optional();
    }

    boolean handIn(long edition, int version, long document) {
        database.sql("delete from reporting.edition_count where edition = ?")
                .param(edition)
                .update();
        return database.sql("""
                        update reporting.edition set version = version + 1, document = ?, handed_by = access.person(), handed_at = now()
                        where id = ? and version = ?
                        """).params(document, edition, version).update() == 1;
    }

    private List<Part> parts(long edition) {
        Map<String, NamedTable> tables = new LinkedHashMap<>();
        database.sql("select topic, content from reporting.edition_table where edition = ?")
                .param(edition)
                .query(row -> {
                    tables.put(row.getString("topic"), json.readValue(row.getString("content"), NamedTable.class));
                });
        Map<String, String> texts = new LinkedHashMap<>();
        database.sql("select part, words from reporting.edition_text where edition = ?")
                .param(edition)
                .query(row -> {
                    texts.put(row.getString("part"), row.getString("words"));
                });
        return kinds().stream()
                .map(kind -> new Part(
                        kind.key(),
                        texts.getOrDefault(kind.key(), ""),
                        kind.topics().stream()
                                .flatMap(topic -> Optional.ofNullable(tables.get(topic)).stream())
                                .toList()))
                .toList();
    }

    private List<Kind> kinds() {
        return database.sql("select key, topics from reporting.edition_part order by position")
                .query((row, n) -> new Kind(row.getString("key"), Arrays.asList((String[])
                        row.getArray("topics").getArray())))
                .list();
    }

    private Edition edition(ResultSet row, List<Part> parts) throws SQLException {
        Optional<HandedIn> handedIn = row.getTimestamp("handed_at") == null
                ? Optional.empty()
                : Optional.of(new HandedIn(
                        row.getTimestamp("handed_at").toInstant(),
                        Optional.ofNullable(row.getString("handed_name")).orElse(""),
                        row.getLong("document")));
        return new Edition(
                row.getLong("id"),
                row.getLong("organisation"),
                row.getString("organisation_name"),
                row.getString("variant"),
                json.readValue(row.getString("programme"), Names.class),
                row.getInt("year"),
                Optional.ofNullable(row.getObject("replaces", Long.class)),
                row.getTimestamp("counted_at").toInstant(),
                row.getInt("version"),
                handedIn,
                parts);
    }
}
