package se.samverkan.intervention.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.intervention.occasion.Occasion.Standing;

/** Outcomes, participants and attendance in the database, as row-level security lets the actor see them. */
@Repository
class StoredDeliveries {

    private final JdbcClient database;
    private final Names names;

    StoredDeliveries(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    private record Bare(Outcome outcome, Optional<Long> by) {}

    /** What became of each occasion of a commission that the actor reads. */
    List<Outcome> outcomes(long commission) {
        List<Bare> bare = database.sql("select * from intervention.occasion where commission = ? order by id")
                .param(commission)
                .query((row, n) -> outcome(row))
                .list();
        Map<Long, PersonName> called = names.of(
                bare.stream().flatMap(each -> each.by().stream()).distinct().toList());
        return bare.stream().map(each -> named(each, called)).toList();
    }

    private static Bare outcome(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("told_at");
        return new Bare(
                new Outcome(
                        row.getLong("id"),
                        Standing.valueOf(row.getString("standing")),
                        row.getInt("minutes"),
                        row.getString("done"),
                        row.getString("deviation"),
                        Optional.empty(),
                        Optional.ofNullable(at).map(Timestamp::toInstant),
                        row.getInt("version")),
                Optional.ofNullable(row.getObject("told_by", Long.class)));
    }

    private static Outcome named(Bare bare, Map<Long, PersonName> called) {
        Outcome one = bare.outcome();
        return new Outcome(
                one.occasion(),
                one.standing(),
                one.minutes(),
                one.done(),
                one.deviation(),
                bare.by().map(called::get),
                one.at(),
                one.version());
    }

    /** @return whether it was as the change saw it */
    boolean tell(long occasion, int version, Outcome outcome) {
        return database.sql("""
                        update intervention.occasion set standing = :standing, minutes = :minutes, done = :done,
                            deviation = :deviation, told_by = access.person(), told_at = now(), version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("standing", outcome.standing().name())
                        .param("minutes", outcome.isHeld() ? outcome.minutes() : null)
                        .param("done", outcome.done())
                        .param("deviation", outcome.deviation())
                        .param("id", occasion)
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean isNoted(long occasion) {
        return database.sql("select intervention.is_noted(?)")
                .param(occasion)
                .query(Boolean.class)
                .single();
    }

    List<Count> counts(long commission) {
        return database.sql("select * from intervention.came(?)")
                .param(commission)
                .query((row, n) -> new Count(
                        row.getLong("occasion"),
                        row.getLong("unit"),
                        row.getString("unit_name"),
                        StaffRole.valueOf(row.getString("role")),
                        row.getString("of_group"),
                        row.getInt("expected"),
                        row.getInt("came")))
                .list();
    }

    List<NotingUnit> notingUnits(long commission) {
        return database.sql("select id, name from intervention.noting_units(?)")
                .param(commission)
                .query(NotingUnit.class)
                .list();
    }

    List<Participant> participants(long commission, long unit) {
        return database.sql("""
                        select * from intervention.participant where commission = ? and unit = ? and not is_left
                        order by of_group, name collate "sv-SE-x-icu", id
                        """)
                .params(commission, unit)
                .query((row, n) -> new Participant(
                        row.getLong("id"),
                        row.getString("name"),
                        StaffRole.valueOf(row.getString("role")),
                        row.getString("of_group")))
                .list();
    }

    /** Those whose attendance at an occasion has been noted, in the roles that they had then. */
    List<Participant> expected(long occasion, long unit) {
        return database.sql("""
                        select p.id, p.name, a.role, a.of_group from intervention.attendance a
                        join intervention.participant p on p.id = a.participant
                        where a.occasion = ? and a.unit = ? order by a.of_group, p.name collate "sv-SE-x-icu", p.id
                        """)
                .params(occasion, unit)
                .query((row, n) -> new Participant(
                        row.getLong("id"),
                        row.getString("name"),
                        StaffRole.valueOf(row.getString("role")),
                        row.getString("of_group")))
                .list();
    }

    /** Goes up with every change of the list. */
    int listVersion(long commission, long unit) {
        return database.sql("""
                        select (count(*) + count(*) filter (where is_left))::int from intervention.participant
                        where commission = ? and unit = ?
                        """).params(commission, unit).query(Integer.class).single();
    }

    void add(long commission, long unit, Participant participant) {
        database.sql(
                        "insert into intervention.participant (commission, unit, name, role, of_group) values (?, ?, ?, ?, ?)")
                .params(commission, unit, participant.name(), participant.role().name(), participant.group())
                .update();
    }

    void leave(long participant) {
        database.sql("update intervention.participant set is_left = true where id = ?")
                .param(participant)
                .update();
    }

    /** Those who came, of those who were to; empty while nobody has noted. */
    Optional<Set<Long>> came(long occasion, long unit) {
        List<Long> expected = database.sql(
                        "select participant from intervention.attendance where occasion = ? and unit = ?")
                .params(occasion, unit)
                .query(Long.class)
                .list();
        return expected.isEmpty()
                ? Optional.empty()
                : Optional.of(database.sql(
                                "select participant from intervention.attendance where occasion = ? and unit = ? and came")
                        .params(occasion, unit)
                        .query(Long.class)
                        .set());
    }

    /** Goes up with every note. */
    int noteVersion(long occasion, long unit) {
        return database.sql("""
                        select coalesce((extract(epoch from max(made_at) - timestamptz '2026-01-01') * 10)::int, 0)
                        from intervention.attendance where occasion = ? and unit = ?
                        """).params(occasion, unit).query(Integer.class).single();
    }

    void note(long occasion, long unit, List<Participant> expected, Set<Long> came) {
        database.sql("delete from intervention.attendance where occasion = ? and unit = ?")
                .params(occasion, unit)
                .update();
        for (Participant each : expected) {
            database.sql("""
                            insert into intervention.attendance (occasion, participant, unit, role, of_group, came)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(occasion, each.id(), unit, each.role().name(), each.group(), came.contains(each.id()))
                    .update();
        }
    }

    void forget(long occasion, long unit) {
        note(occasion, unit, List.of(), Set.of());
    }

    /** Occasions that have been and nobody has told of, for the provider. */
    record Untold(long id, String title, String commission, java.time.Instant starts) {}

    List<Untold> untold() {
        return database.sql("""
                        select l.occasion as id, l.title, c.title as commission, l.starts_at as starts
                        from intervention.holding_line l
                        join intervention.occasion o on o.id = l.occasion and o.standing = 'PLANNED'
                        join intervention.commission c on c.id = l.commission and c.standing = 'ACCEPTED'
                        where l.starts_at < now() and c.id = any ((select intervention.asked())::bigint[])
                        order by l.starts_at limit 50
                        """)
                .query((row, n) -> new Untold(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("commission"),
                        row.getTimestamp("starts").toInstant()))
                .list();
    }
}
