package se.samverkan.intervention.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.intervention.catalogue.EntryView;

/** What was chosen, in the database, as row-level security lets the actor see it. */
@Repository
class StoredChoices {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredChoices(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    private record Bare(Chosen chosen, long by) {}

    List<Chosen> ofAnalysis(long analysis) {
        return read(
                database.sql("select * from intervention.choice where analysis = ? and undone_at is null order by id")
                        .param(analysis));
    }

    List<Chosen> ofPartnership(long partnership) {
        return read(database.sql(
                        "select * from intervention.choice where partnership = ? and undone_at is null order by id")
                .param(partnership));
    }

    private List<Chosen> read(StatementSpec query) {
        List<Bare> bare = query.query((row, n) -> bare(row)).list();
        Map<Long, PersonName> called =
                names.of(bare.stream().map(Bare::by).distinct().toList());
        return bare.stream()
                .map(each -> named(each.chosen(), Objects.requireNonNullElse(called.get(each.by()), NOBODY)))
                .toList();
    }

    private static Bare bare(ResultSet row) throws SQLException {
        return new Bare(
                new Chosen(
                        row.getLong("id"),
                        row.getLong("analysis"),
                        row.getLong("part"),
                        row.getLong("entry"),
                        row.getString("title"),
                        row.getString("provider"),
                        row.getString("words"),
                        Arrays.asList((String[]) row.getArray("reasons").getArray()),
                        NOBODY,
                        row.getTimestamp("made_at").toInstant()),
                row.getLong("made_by"));
    }

    private static Chosen named(Chosen chosen, PersonName by) {
        return new Chosen(
                chosen.id(),
                chosen.analysis(),
                chosen.part(),
                chosen.entry(),
                chosen.title(),
                chosen.provider(),
                chosen.words(),
                chosen.reasons(),
                by,
                chosen.at());
    }

    void choose(AnalysisView analysis, long part, EntryView entry, String words, List<String> reasons) {
        database.sql("""
                        insert into intervention.choice
                            (analysis, partnership, unit, part, entry, title, provider, words, reasons)
                        values (:analysis, :partnership, :unit, :part, :entry, :title, :provider, :words, :reasons)
                        """)
                .param("analysis", analysis.id())
                .param("partnership", analysis.partnership())
                .param("unit", analysis.unit())
                .param("part", part)
                .param("entry", entry.id())
                .param("title", entry.offer().title())
                .param("provider", entry.provider().name())
                .param("words", words)
                .param("reasons", reasons.toArray(String[]::new))
                .update();
    }

    /** @return whether it stood until now */
    boolean undo(long id) {
        return database.sql("""
                        update intervention.choice set undone_by = access.person(), undone_at = now()
                        where id = ? and undone_at is null
                        """).param(id).update() == 1;
    }
}
