package se.samverkan.selection.allotment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.selection.allotment.AllotmentView.Method;
import se.samverkan.selection.allotment.Allotted.Part;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.method.Seed;
import se.samverkan.selection.method.Utf8;

/** Where allotments and seeds are kept. Nothing is changed once it is written; the seed is not even read. */
@Repository
public class StoredAllotments {

    private final JdbcClient database;
    private final StoredBases bases;

    StoredAllotments(JdbcClient database, StoredBases bases) {
        this.database = database;
        this.bases = bases;
    }

    /**
     * What is known of a seed.
     *
     * @param checksum its SHA-256
     * @param seed the seed itself, once it has been drawn with
     */
    public record Commitment(String checksum, Instant at, Optional<String> seed) {}

    /** What the draw of a round has been committed to. */
    public Optional<Commitment> commitment(long round) {
        return database.sql("select checksum, committed_at, seed from selection.seed_of(?)")
                .param(round)
                .query((row, n) -> new Commitment(
                        row.getString("checksum"),
                        row.getTimestamp("committed_at").toInstant(),
                        Optional.ofNullable(row.getString("seed"))))
                .optional();
    }

    void commitSeed(long round) {
        database.sql("select selection.commit_seed(?)").param(round).query().singleRow();
    }

    /** Hands the seed to the draw that is being made, once. */
    Seed drawSeed(long round) {
        return Seed.of(database.sql("select selection.draw_seed(?)")
                .param(round)
                .query(String.class)
                .single());
    }

    void write(long round, int basis, int plan, Method method, @Nullable Grouping grouping, @Nullable String list) {
        database.sql("""
                        insert into selection.allotment (round, basis, plan, method, grouping, list)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(round)
                .param(basis)
                .param(plan)
                .param(method.name())
                .param(grouping == null ? null : grouping.name())
                .param(list)
                .update();
    }

    void write(long round, List<Allotted> units) {
        for (Allotted each : units) {
            database.sql("""
                            insert into selection.allotted (round, unit, form, position, part, stratum, distance)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(round)
                    .param(each.unit().unit())
                    .param(each.unit().form())
                    .param(each.position())
                    .param(each.part().name())
                    .param(each.stratum())
                    .param(each.distance().isEmpty() ? null : each.distance().getAsDouble())
                    .update();
        }
    }

    /** How the places of a round are allotted, once that is settled. */
    public Optional<Method> method(long round) {
        return database.sql("select method from selection.allotment where round = ?")
                .param(round)
                .query(String.class)
                .optional()
                .map(Method::valueOf);
    }

    /** How and when the places of a round were allotted. */
    public record Told(Method method, Instant at) {}

    /** The same of all rounds that the actor may read, by round. */
    public Map<Long, Told> methodsAndDays() {
        Map<Long, Told> told = new HashMap<>();
        database.sql("select round, method, made_at from selection.allotment").query(row -> {
            Method method = Method.valueOf(row.getString("method"));
            told.put(
                    row.getLong("round"),
                    new Told(method, row.getTimestamp("made_at").toInstant()));
        });
        return told;
    }

    /** The allotment of a round, where one is begun. */
    public Optional<AllotmentView> find(long round) {
        return database.sql("""
                        select a.round, a.basis, a.plan, a.method, a.grouping, selection.name_in(a.round, a.made_by) as by,
                            a.made_at, d.drawn_at
                        from selection.allotment a left join selection.draw d on d.round = a.round where a.round = ?
                        """).param(round).query((row, n) -> view(row)).optional();
    }

    private AllotmentView view(ResultSet row) throws SQLException {
        return new AllotmentView(
                row.getLong("round"),
                row.getInt("basis"),
                row.getInt("plan"),
                Method.valueOf(row.getString("method")),
                Optional.ofNullable(row.getString("grouping")).map(Grouping::valueOf),
                row.getString("by"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("drawn_at")).map(java.sql.Timestamp::toInstant),
                units(row.getLong("round"), row.getInt("basis")));
    }

    private List<Allotted> units(long round, int basis) {
        Map<String, BasisUnit> units = bases.units(round, basis).stream()
                .collect(Collectors.toMap(unit -> unit.form() + unit.unit(), unit -> unit));
        return database.sql("""
                        select unit, form, position, part, stratum, distance from selection.allotted
                        where round = ? order by form, position, part desc
                        """)
                .param(round)
                .query((row, n) -> {
                    double distance = row.getDouble("distance");
                    boolean matched = !row.wasNull();
                    return new Allotted(
                            java.util.Objects.requireNonNull(units.get(row.getString("form") + row.getLong("unit"))),
                            row.getInt("position"),
                            Part.valueOf(row.getString("part")),
                            row.getString("stratum"),
                            matched ? OptionalDouble.of(distance) : OptionalDouble.empty());
                })
                .list();
    }

    /** The list of a draw, byte by byte as it was frozen. */
    public Optional<byte[]> list(long round) {
        return database.sql("select list from selection.allotment where round = ? and list is not null")
                .param(round)
                .query((row, n) -> Utf8.bytes(row.getString(1)))
                .optional();
    }
}
