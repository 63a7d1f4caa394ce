package se.samverkan.actionplan.adoption;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.actionplan.adoption.PlanVersion.Decided;
import tools.jackson.databind.json.JsonMapper;

/** What was decided of plans in the database, as row-level security lets the actor see it. */
@Repository
class StoredPlanVersions {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final JsonMapper json;
    private final Names names;

    StoredPlanVersions(JdbcClient database, JsonMapper json, Names names) {
        this.database = database;
        this.json = json;
        this.names = names;
    }

    private record Row(
            long id,
            int number,
            String content,
            String words,
            long by,
            Instant at,
            Optional<Outcome> outcome,
            Optional<Long> document) {}

    private record Outcome(boolean holds, String words, long by, Instant at) {}

    /** All versions of a plan, the newest first. */
    List<PlanVersion> of(long plan) {
        List<Row> rows = database.sql("""
                select v.id, v.number, v.content, v.words, v.made_by, v.made_at, d.holds, d.words as reason,
                    d.made_by as decided_by, d.made_at as decided_at, p.document
                from actionplan.version v left join actionplan.decision d on d.version = v.id
                left join actionplan.paper p on p.version = v.id
                where v.plan = ? order by v.number desc
                """)
                .param(plan)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getInt("number"),
                        row.getString("content"),
                        row.getString("words"),
                        row.getLong("made_by"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("decided_at") == null
                                ? Optional.empty()
                                : Optional.of(new Outcome(
                                        row.getBoolean("holds"),
                                        row.getString("reason"),
                                        row.getLong("decided_by"),
                                        row.getTimestamp("decided_at").toInstant())),
                        Optional.ofNullable(row.getObject("document", Long.class))))
                .list();
        Map<Long, PersonName> called = names.of(rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.by()), row.outcome().map(Outcome::by).stream()))
                .distinct()
                .toList());
        return rows.stream().map(row -> version(row, called)).toList();
    }

    private PlanVersion version(Row row, Map<Long, PersonName> called) {
        return new PlanVersion(
                row.id(),
                row.number(),
                json.readValue(row.content(), FrozenPlan.class),
                row.words(),
                called.getOrDefault(row.by(), NOBODY),
                row.at(),
                row.outcome()
                        .map(outcome -> new Decided(
                                outcome.holds(),
                                outcome.words(),
                                called.getOrDefault(outcome.by(), NOBODY),
                                outcome.at())),
                row.document());
    }

    /** Where the decisions of a plan stand, without reading what it said. */
    record Course(int newest, boolean waits, boolean holds) {}

    Course course(long plan) {
        return database.sql("""
                select coalesce(max(v.number), 0) as newest, coalesce(bool_or(d.version is null), false) as waits,
                    coalesce(bool_or(d.holds), false) as holds
                from actionplan.version v left join actionplan.decision d on d.version = v.id where v.plan = ?
                """)
                .param(plan)
                .query((row, n) -> new Course(row.getInt("newest"), row.getBoolean("waits"), row.getBoolean("holds")))
                .single();
    }

    /**
     * The newest version that holds.
     *
     * @param since when the first one that held was decided
     */
    record Held(int number, FrozenPlan content, Instant since) {}

    /** The newest version that holds of each of these plans, by the plan; one question, however many they are. */
    Map<Long, Held> held(Collection<Long> plans) {
        Map<Long, Held> held = new HashMap<>();
        database.sql("""
                select distinct on (v.plan) v.plan, v.number, v.content, min(d.made_at) over (partition by v.plan) as since
                from actionplan.version v join actionplan.decision d on d.version = v.id
                where v.plan = any (?) and d.holds order by v.plan, v.number desc
                """).param(plans.toArray(Long[]::new)).query(row -> {
            held.put(
                    row.getLong("plan"),
                    new Held(
                            row.getInt("number"),
                            json.readValue(row.getString("content"), FrozenPlan.class),
                            row.getTimestamp("since").toInstant()));
        });
        return held;
    }

    long adopt(long plan, int number, FrozenPlan content, String words) {
        return database.sql("""
                insert into actionplan.version (plan, number, content, words)
                values (:plan, :number, :content::jsonb, :words) returning id
                """)
                .param("plan", plan)
                .param("number", number)
                .param("content", json.writeValueAsString(content))
                .param("words", words)
                .query(Long.class)
                .single();
    }

    void decide(long plan, long version, boolean holds, String words) {
        database.sql("insert into actionplan.decision (version, plan, holds, words) values (?, ?, ?, ?)")
                .params(version, plan, holds, words)
                .update();
    }

    void draw(long plan, long version, long document) {
        database.sql("insert into actionplan.paper (version, plan, document) values (?, ?, ?)")
                .params(version, plan, document)
                .update();
    }

    /** A plan that waits for the actor's decision. */
    record Waiting(long plan, String unit, int number) {}

    List<Waiting> waiting() {
        return database.sql("""
                select v.plan, u.name, v.number from actionplan.version v join actionplan.plan a on a.id = v.plan
                join organisation.unit u on u.id = a.unit
                where a.id = any ((select actionplan.approved())::bigint[])
                  and not exists (select from actionplan.decision d where d.version = v.id)
                order by v.id
                """)
                .query((row, n) -> new Waiting(row.getLong("plan"), row.getString("name"), row.getInt("number")))
                .list();
    }
}
