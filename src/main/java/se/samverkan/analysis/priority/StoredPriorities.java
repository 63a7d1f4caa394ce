package se.samverkan.analysis.priority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Actor;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.analysis.priority.Prioritising.Decided;
import se.samverkan.analysis.priority.Prioritising.Stage;

/** The rounds of priorities in the database, as row-level security lets the actor see them. */
@Repository
class StoredPriorities {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredPriorities(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    private record Head(
            long id,
            int number,
            String reason,
            int version,
            Stage stage,
            int finished,
            int people,
            boolean mineFinished,
            long decidedBy,
            Optional<Instant> decidedAt) {}

    /** The newest round, whole. */
    Optional<Prioritising> newest(long analysis) {
        return read(analysis, "");
    }

    /** The newest that is decided. */
    Optional<Prioritising> decided(long analysis) {
        return read(analysis, " and p.decided_at is not null");
    }

    private Optional<Prioritising> read(long analysis, String which) {
        return database.sql("""
                select p.*, s.finished, s.people, exists (select from analysis.scored d
                    where d.prioritising = p.id and d.person = access.person()) as mine
                from analysis.prioritising p left join analysis.scorers(p.id) s on true
                where p.analysis = ?
                """ + which + " order by p.number desc limit 1")
                .param(analysis)
                .query((row, n) -> head(row))
                .optional()
                .map(this::whole);
    }

    private static Head head(ResultSet row) throws SQLException {
        Stage stage = row.getTimestamp("decided_at") != null
                ? Stage.DECIDED
                : row.getTimestamp("closed_at") != null ? Stage.CLOSED : Stage.SCORED;
        return new Head(
                row.getLong("id"),
                row.getInt("number"),
                row.getString("reason"),
                row.getInt("version"),
                stage,
                row.getInt("finished"),
                row.getInt("people"),
                row.getBoolean("mine"),
                row.getLong("decided_by"),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(java.sql.Timestamp::toInstant));
    }

    private Prioritising whole(Head head) {
        return new Prioritising(
                head.id(),
                head.number(),
                head.reason(),
                head.version(),
                head.stage(),
                criteria(head.id()),
                scores(head.id()),
                head.finished(),
                head.people(),
                head.mineFinished(),
                head.decidedAt().map(at -> new Decided(name(head.decidedBy()), at)),
                head.stage() == Stage.DECIDED ? places(head.id()) : List.of());
    }

    private PersonName name(long person) {
        Map<Long, PersonName> called = names.of(List.of(person));
        return called.getOrDefault(person, NOBODY);
    }

    private List<Criterion> criteria(long prioritising) {
        return database.sql("select id, name from analysis.criterion where prioritising = ? order by position")
                .param(prioritising)
                .query((row, n) -> new Criterion(row.getLong("id"), row.getString("name")))
                .list();
    }

    private List<Score> scores(long prioritising) {
        long me = Actor.current().person();
        return database.sql("select area, criterion, person, value from analysis.score where prioritising = ?")
                .param(prioritising)
                .query((row, n) -> new Score(
                        row.getLong("area"),
                        row.getLong("criterion"),
                        row.getLong("person") == me,
                        row.getInt("value")))
                .list();
    }

    private List<Place> places(long prioritising) {
        return database.sql("select area, place, reason from analysis.place where prioritising = ? order by place")
                .param(prioritising)
                .query((row, n) -> place(row))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong("area"), row.getInt("place"), row.getString("reason"));
    }

    long begin(long analysis, int number, String reason, List<String> criteria) {
        long id = database.sql(
                        "insert into analysis.prioritising (analysis, number, reason) values (?, ?, ?) returning id")
                .params(analysis, number, reason)
                .query(Long.class)
                .single();
        put(id, criteria);
        return id;
    }

    /** Puts other criteria in the place of those that are there. */
    void replace(long prioritising, List<String> criteria) {
        database.sql("delete from analysis.criterion where prioritising = ?")
                .param(prioritising)
                .update();
        put(prioritising, criteria);
        database.sql("update analysis.prioritising set version = version + 1 where id = ?")
                .param(prioritising)
                .update();
    }

    private void put(long prioritising, List<String> criteria) {
        database.sql("""
                insert into analysis.criterion (prioritising, position, name)
                select ?, c.position, c.name from unnest(?::text[]) with ordinality as c (name, position)
                """).params(prioritising, criteria.toArray(String[]::new)).update();
    }

    /** Whether anybody has scored, whoever it is: asked of the database past what the actor sees. */
    boolean isUntouched(long prioritising) {
        return database.sql("select analysis.is_untouched(?)")
                .param(prioritising)
                .query(Boolean.class)
                .single();
    }

    void score(long prioritising, long area, long criterion, int value) {
        database.sql("""
                insert into analysis.score (prioritising, area, criterion, value) values (?, ?, ?, ?)
                on conflict (criterion, area, person) do update set value = excluded.value, made_at = now()
                """).params(prioritising, area, criterion, value).update();
    }

    void finish(long prioritising) {
        database.sql("insert into analysis.scored (prioritising) values (?) on conflict do nothing")
                .param(prioritising)
                .update();
    }

    void close(long prioritising) {
        database.sql("""
                update analysis.prioritising set closed_by = access.person(), closed_at = now()
                where id = ? and closed_at is null
                """).param(prioritising).update();
    }

    void decide(long prioritising, List<Place> places) {
        places.forEach(each -> database.sql(
                        "insert into analysis.place (prioritising, area, place, reason) values (?, ?, ?, ?)")
                .params(prioritising, each.area(), each.place(), each.reason())
                .update());
        database.sql("update analysis.prioritising set decided_by = access.person(), decided_at = now() where id = ?")
                .param(prioritising)
                .update();
    }

    /** The newest decided order of each of several analyses, by the id of the analysis; one without an order is not there. */
    Map<Long, List<Place>> orders(Collection<Long> analyses) {
        Map<Long, List<Place>> orders = new HashMap<>();
        database.sql("""
                select p.analysis, l.area, l.place, l.reason
                from analysis.place l join analysis.prioritising p on p.id = l.prioritising
                where p.analysis = any (?) and p.number = (select max(n.number) from analysis.prioritising n
                    where n.analysis = p.analysis and n.decided_at is not null)
                order by l.place
                """).param(analyses.toArray(Long[]::new)).query(row -> {
            orders.computeIfAbsent(row.getLong("analysis"), id -> new ArrayList<>())
                    .add(place(row));
        });
        return orders;
    }

    /** An analysis whose areas the actor has not scored. */
    record Waiting(long analysis, String unit) {}

    List<Waiting> waiting() {
        return database.sql("""
                select p.analysis, u.name from analysis.prioritising p
                join analysis.analysis a on a.id = p.analysis join organisation.unit u on u.id = a.unit
                where p.closed_at is null and p.analysis = any ((select analysis.written())::bigint[])
                  and not exists (select from analysis.scored d
                    where d.prioritising = p.id and d.person = access.person())
                order by p.id
                """)
                .query((row, n) -> new Waiting(row.getLong("analysis"), row.getString("name")))
                .list();
    }

    /** Whether an area has a place in the newest decided order of its analysis. */
    boolean isPlaced(long area) {
        return database.sql("""
                select exists (select from analysis.place l join analysis.prioritising p on p.id = l.prioritising
                    where l.area = ? and p.number = (select max(n.number) from analysis.prioritising n
                        where n.analysis = p.analysis and n.decided_at is not null))
                """).param(area).query(Boolean.class).single();
    }
}
