package se.samverkan.analysis.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.AskedOnce;

/** The analyses in the database, as row-level security lets the actor see them. */
@Repository
class StoredAnalyses {

    private static final String COLUMNS = """
            select a.id, a.partnership, a.agency, a.organiser, a.unit, a.level, u.key, u.name,
                not r.rests and a.id = any ((select analysis.written())::bigint[]) as writes,
                not r.rests and analysis.may_at('ADOPT_ANALYSIS', a.unit, a.level, a.organiser) as adopts, r.rests
            from analysis.analysis a cross join lateral partnership.rests(a.partnership, a.unit) r (rests)
            join organisation.unit u on u.id = a.unit
            """;

    private final JdbcClient database;

    StoredAnalyses(JdbcClient database) {
        this.database = database;
    }

    List<AnalysisView> ofPartnership(long partnership) {
        return AskedOnce.in(StoredAnalyses.class, partnership, () -> asked(partnership));
    }

    private List<AnalysisView> asked(long partnership) {
        return database.sql(COLUMNS + """
                 where a.partnership = ? order by a.level <> 'ORGANISER', u.name collate "sv-SE-x-icu", a.id
                """)
                .param(partnership)
                .query((row, n) -> view(row))
                .list();
    }

    /** Those of these organisers in several partnerships that go on. */
    List<AnalysisView> awake(Collection<Long> partnerships, Set<Long> organisers) {
        return database.sql(COLUMNS + """
                 where a.partnership = any (?) and a.organiser = any (?) and not r.rests
                order by a.partnership, a.level <> 'ORGANISER', u.name collate "sv-SE-x-icu", a.id
                """)
                .params(partnerships.toArray(Long[]::new), organisers.toArray(Long[]::new))
                .query((row, n) -> view(row))
                .list();
    }

    Optional<AnalysisView> find(long id) {
        return database.sql(COLUMNS + " where a.id = ?")
                .param(id)
                .query((row, n) -> view(row))
                .optional();
    }

    /** The units of a partnership at which the actor writes analyses. */
    Set<Long> mayBegin(PartnershipView partnership) {
        List<Participant> units = partnership.units();
        return database
                .sql("""
                select u.id from unnest(:units::bigint[], :levels::text[]) as u (id, level)
                where analysis.may_at('WRITE_ANALYSIS', u.id, u.level, :organiser)
                """)
                .param("units", units.stream().map(Participant::unit).toArray(Long[]::new))
                .param("levels", units.stream().map(unit -> unit.level().name()).toArray(String[]::new))
                .param("organiser", partnership.organiser())
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Begins one, or finds the one that somebody else began at the same time. */
    long begin(PartnershipView partnership, Participant unit) {
        return database.sql("""
                insert into analysis.analysis (partnership, agency, organiser, unit, level)
                values (?, ?, ?, ?, ?) returning id
                """)
                .params(
                        partnership.id(),
                        partnership.owner(),
                        partnership.organiser(),
                        unit.unit(),
                        unit.level().name())
                .query(Long.class)
                .single();
    }

    /** Locks an analysis until the transaction ends, so that two who change its chain do it one after the other. */
    void lock(long id) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('analysis', ?))")
                .param(id)
                .query(rows -> {});
    }

    private static AnalysisView view(ResultSet row) throws SQLException {
        return new AnalysisView(
                row.getLong("id"),
                row.getLong("partnership"),
                row.getLong("agency"),
                row.getLong("organiser"),
                row.getLong("unit"),
                row.getString("key"),
                row.getString("name"),
                Level.valueOf(row.getString("level")),
                row.getBoolean("writes"),
                row.getBoolean("adopts"),
                row.getBoolean("rests"));
    }
}
