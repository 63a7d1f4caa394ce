package se.samverkan.reporting.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.reporting.aggregate.KeptCounts;
import se.samverkan.reporting.aggregate.NamedTable;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import se.samverkan.reporting.release.Release.Withdrawal;
import tools.jackson.databind.json.JsonMapper;

/** The releases in the database; the database refuses to change one. */
@Repository
class StoredReleases {

    private static final String SHOWN = """
            select r.*, o.name as publisher, (select n.name from access.names_of(array[r.made_by]) n) as by_name
            from reporting.release r join organisation.organisation o on o.id = r.organisation
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    StoredReleases(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The version of each data set that holds, by its name. */
    List<Release> newest() {
        return database.sql("select * from (" + SHOWN + """
                         where (r.dataset, r.version) in (select dataset, max(version) from reporting.release
                            where withdrawn_at is null group by dataset)) r order by r.dataset
                        """)
                .query((row, n) -> release(row))
                .list();
    }

    /** All versions of a data set, the newest first. */
    List<Release> versions(String dataset) {
        return database.sql(SHOWN + " where r.dataset = ? order by r.version desc")
                .param(dataset)
                .query((row, n) -> release(row))
                .list();
    }

    /** All versions of all data sets of a programme that have not been taken back. */
    List<Release> standing(Programme programme) {
        return database.sql(
                        SHOWN + " where r.organisation = ? and r.variant = ? and r.withdrawn_at is null order by r.id")
                .params(programme.organisation(), programme.variant())
                .query((row, n) -> release(row))
                .list();
    }

    /** These, as they were released. */
    List<Release> all(List<Long> ids) {
        return database.sql(SHOWN + " where r.id = any (?) order by r.id")
                .param(ids.toArray(Long[]::new))
                .query((row, n) -> release(row))
                .list();
    }

    /**
     * A release that stands of a programme which shares cases with another.
     *
     * @param office whose programme both are of, or a part of
     */
    record Beside(long office, long release, KeptCounts counts) {}

    List<Beside> beside(Programme programme) {
        return database.sql("select office, release, counts from reporting.releases_beside(?, ?)")
                .params(programme.organisation(), programme.variant())
                .query((row, n) -> new Beside(
                        row.getLong("office"),
                        row.getLong("release"),
                        json.readValue(row.getString("counts"), KeptCounts.class)))
                .list();
    }

    void keepCounts(long release, KeptCounts counts) {
        database.sql("insert into reporting.release_count (release, counts) values (?, ?::jsonb)")
                .params(release, json.writeValueAsString(counts))
                .update();
    }

    Optional<Release> find(long id) {
        return database.sql(SHOWN + " where r.id = ?")
                .param(id)
                .query((row, n) -> release(row))
                .optional();
    }

    /** Keeps a new version; the number of two at once is given once. */
    long keep(Programme programme, Names name, String dataset, NamedTable table, String words, Instant countedAt) {
        return database.sql("""
                        insert into reporting.release (organisation, variant, topic, dataset, version, programme, content, words,
                            counted_at)
                        select :organisation, :variant, :topic, :dataset, coalesce(max(version), 0) + 1, :programme::jsonb,
                            :content::jsonb, :words, :counted
                        from reporting.release where dataset = :dataset returning id
                        """)
                .param("organisation", programme.organisation())
                .param("variant", programme.variant())
                .param("topic", table.topic())
                .param("dataset", dataset)
                .param("programme", json.writeValueAsString(name))
                .param("content", json.writeValueAsString(table))
                .param("words", words)
                .param("counted", countedAt.atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    boolean withdraw(long id, String why) {
        return database.sql("""
                        update reporting.release set withdrawn_by = access.person(), withdrawn_at = now(), withdrawn_why = ?
                        where id = ? and withdrawn_at is null
                        """).params(why, id).update() == 1;
    }

    private Release release(ResultSet row) throws SQLException {
        return new Release(
                row.getLong("id"),
                row.getString("dataset"),
                row.getInt("version"),
                row.getLong("organisation"),
                row.getString("publisher"),
                json.readValue(row.getString("programme"), Names.class),
                json.readValue(row.getString("content"), NamedTable.class),
                row.getString("words"),
                row.getTimestamp("counted_at").toInstant(),
                Optional.ofNullable(row.getString("by_name")).orElse(""),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("withdrawn_at"))
                        .map(at -> new Withdrawal(at.toInstant(), text(row, "withdrawn_why"))));
    }

    private static String text(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
