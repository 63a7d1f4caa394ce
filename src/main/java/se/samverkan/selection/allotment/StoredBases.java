package se.samverkan.selection.allotment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.selection.allotment.BasisView.Left;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.candidate.BasisUnit.Place;
import se.samverkan.selection.candidate.Reading.Verdict;
import se.samverkan.selection.round.RoundMaterial.Conclusion;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.shared.Refusal;

/** Where the frozen versions of a basis are kept; a version is written once, in one transaction. */
@Repository
public class StoredBases {

    private static final int AT_A_TIME = 500;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    StoredBases(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** The versions of a round, the newest first. */
    public List<BasisView> all(long round) {
        return database.sql("""
                        select b.version, b.criteria_version, b.per_organiser, b.last_import,
                            encode(b.checksum, 'hex') as checksum, selection.name_in(b.round, b.made_by) as by, b.made_at,
                            r.reason, selection.name_in(b.round, r.made_by) as left_by, r.made_at as left_at
                        from selection.basis b
                        left join selection.reopening r on r.round = b.round and r.version = b.version
                        where b.round = ? order by b.version desc
                        """)
                .param(round)
                .query((row, n) -> view(round, row))
                .list();
    }

    /** The most units of one organiser by the newest version, where that is limited. */
    public OptionalInt perOrganiser(long round) {
        return database.sql("select per_organiser from selection.basis where round = ? order by version desc limit 1")
                .param(round)
                .query((row, n) -> perOrganiser(row))
                .single();
    }

    private static OptionalInt perOrganiser(ResultSet row) throws SQLException {
        int most = row.getInt("per_organiser");
        return most == 0 ? OptionalInt.empty() : OptionalInt.of(most);
    }

    private BasisView view(long round, ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new BasisView(
                round,
                row.getInt("version"),
                row.getInt("criteria_version"),
                perOrganiser(row),
                forms(round, row.getInt("version")),
                row.getInt("last_import"),
                row.getString("checksum"),
                row.getString("by"),
                row.getTimestamp("made_at").toInstant(),
                reason == null
                        ? Optional.empty()
                        : Optional.of(new Left(
                                reason,
                                row.getString("left_by"),
                                row.getTimestamp("left_at").toInstant())));
    }

    private List<FormPlaces> forms(long round, int version) {
        return database.sql("""
                        select form, places from selection.basis_form where round = ? and version = ? order by position
                        """).params(round, version).query(FormPlaces.class).list();
    }

    /** The frozen text of a version, as its checksum was taken. */
    public String text(long round, int version) {
        return database.sql("select content from selection.basis where round = ? and version = ?")
                .params(round, version)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notSeen);
    }

    /** The units of a version, by school form and key. */
    public List<BasisUnit> units(long round, int version) {
        Map<String, Map<String, Double>> covariates = covariates(round, version);
        return database.sql("""
                        select * from selection.basis_unit where round = ? and version = ? order by form, key
                        """)
                .params(round, version)
                .query((row, n) -> unit(row, covariates))
                .list();
    }

    private Map<String, Map<String, Double>> covariates(long round, int version) {
        Map<String, Map<String, Double>> found = new HashMap<>();
        database.sql("""
                        select form, unit, name, value from selection.basis_covariate
                        where round = ? and version = ? order by name
                        """).params(round, version).query(row -> {
            found.computeIfAbsent(row.getString("form") + row.getLong("unit"), unit -> new java.util.TreeMap<>())
                    .put(row.getString("name"), row.getDouble("value"));
        });
        return found;
    }

    private static BasisUnit unit(ResultSet row, Map<String, Map<String, Double>> covariates) throws SQLException {
        double among = row.getDouble("among");
        boolean told = !row.wasNull();
        return new BasisUnit(
                row.getString("form"),
                new Place(
                        row.getLong("unit"),
                        row.getString("key"),
                        row.getString("name"),
                        row.getLong("organiser"),
                        row.getString("organiser_key"),
                        row.getString("organiser_name"),
                        row.getString("organiser_type"),
                        row.getString("county")),
                Optional.ofNullable(row.getBigDecimal("need")),
                row.getDouble("error"),
                told ? OptionalDouble.of(among) : OptionalDouble.empty(),
                Verdict.valueOf(row.getString("verdict")),
                Optional.ofNullable(row.getString("excluded")).map(Reason::valueOf),
                Optional.ofNullable(row.getString("conclusion")).map(Conclusion::valueOf),
                covariates.getOrDefault(row.getString("form") + row.getLong("unit"), Map.of()));
    }

    void write(RoundView round, int version, int criteriaVersion, int lastImport, String text, List<BasisUnit> units) {
        database.sql("""
                        insert into selection.basis (round, version, criteria_version, per_organiser, last_import, content)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(round.id())
                .param(version)
                .param(criteriaVersion)
                .param(
                        round.perOrganiser().isEmpty()
                                ? null
                                : round.perOrganiser().getAsInt())
                .param(lastImport)
                .param(text)
                .update();
        for (int position = 0; position < round.forms().size(); position++) {
            FormPlaces form = round.forms().get(position);
            database.sql("""
                            insert into selection.basis_form (round, version, form, position, places)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(round.id(), version, form.form(), position, form.places())
                    .update();
        }
        writeUnits(round.id(), version, units);
    }

    private void writeUnits(long round, int version, List<BasisUnit> units) {
        List<Object[]> covariates = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (BasisUnit unit : units) {
            Place place = unit.place();
            rows.add(new Object[] {
                round,
                version,
                unit.form(),
                place.unit(),
                place.key(),
                place.name(),
                place.organiser(),
                place.organiserKey(),
                place.organiserName(),
                place.organiserType(),
                place.county(),
                unit.need().orElse(null),
                unit.error(),
                unit.among().isEmpty() ? null : unit.among().getAsDouble(),
                unit.verdict().name(),
                unit.excluded().map(Enum::name).orElse(null),
                unit.conclusion().map(Enum::name).orElse(null)
            });
            unit.covariates()
                    .forEach((name, value) ->
                            covariates.add(new Object[] {round, version, unit.form(), place.unit(), name, value}));
        }
        batch("insert into selection.basis_unit values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
        batch("insert into selection.basis_covariate values (?, ?, ?, ?, ?, ?)", covariates);
    }

    private void batch(String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += AT_A_TIME) {
            batches.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + AT_A_TIME)));
        }
    }

    void leave(long round, int version, String reason) {
        database.sql("insert into selection.reopening (round, version, reason) values (?, ?, ?)")
                .params(round, version, reason)
                .update();
    }
}
