package se.samverkan.access.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Role;
import se.samverkan.shared.Refusal;

/** Where roles are kept that people have. */
@Repository
class Assignments {

    private static final String SHOWN = """
            select id, person, role, organisation, place, partnership is not null as in_case, acting, valid_from, valid_to, state, version
            from access.assignment_shown where
            """;

    private final JdbcClient database;

    Assignments(JdbcClient database) {
        this.database = database;
    }

    /** Everything somebody has, had and will have, the current ones first; what was removed longer ago is left out. */
    List<AssignmentView> of(long person) {
        return database.sql(SHOWN + """
                         person = ? and (deleted_at is null or deleted_at > now() - interval '30 days')
                        order by array_position(array['CURRENT', 'COMING', 'ENDED', 'REMOVED'], state), valid_from, id
                        """)
                .param(person)
                .query(Assignments::assignment)
                .list();
    }

    /** What these people have now or will have. */
    List<AssignmentView> of(Collection<Long> people) {
        return database.sql(SHOWN + " person = any (?) and state in ('CURRENT', 'COMING') order by valid_from, id")
                .param(people.toArray(Long[]::new))
                .query(Assignments::assignment)
                .list();
    }

    Optional<AssignmentView> find(long person, long id) {
        return database.sql(SHOWN + " person = ? and id = ?")
                .params(person, id)
                .query(Assignments::assignment)
                .optional();
    }

    /** An assignment that says the same of some day as this one does. */
    Optional<AssignmentView> overlapping(long id) {
        return database.sql(SHOWN + """
                         id in (select b.id from access.assignment a join access.assignment b
                            on b.person = a.person and b.role = a.role and b.id <> a.id and b.deleted_at is null
                            and (b.organisation, b.unit, b.area, b.partnership)
                                is not distinct from (a.organisation, a.unit, a.area, a.partnership)
                            and daterange(b.valid_from, b.valid_to, '[]') && daterange(a.valid_from, a.valid_to, '[]')
                            where a.id = ?)
                        order by valid_from limit 1
                        """)
                .param(id)
                .query(Assignments::assignment)
                .optional();
    }

    long give(long person, Role role, Place place, boolean acting, Time time) {
        return database.sql("""
                        insert into access.assignment (person, role, organisation, unit, area, acting, valid_from, valid_to)
                        values (:person, :role, :organisation, :unit, :area, :acting, :from, :to) returning id
                        """)
                .param("person", person)
                .param("role", role.name())
                .param("organisation", place.organisation())
                .param("unit", place.unit())
                .param("area", place.area())
                .param("acting", acting)
                .param("from", time.from())
                .param("to", time.to())
                .query(Long.class)
                .single();
    }

    void end(long id, int version, LocalDate lastDay) {
        must(database.sql(
                        "update access.assignment set valid_to = ?, version = version + 1 where id = ? and version = ?")
                .params(lastDay, id, version)
                .update());
    }

    /** Ends what goes on at somebody's last day, and removes what would begin later; remembers what it was. */
    void endAll(long person, LocalDate lastDay) {
        database.sql("""
                        with ended as (
                            insert into access.ended_by_departure (assignment, valid_to, version)
                            select id, valid_to, version + 1 from access.assignment
                            where person = :person and deleted_at is null and coalesce(valid_to, 'infinity') > :day
                            returning assignment)
                        update access.assignment set
                            valid_to = case when valid_from <= :day then :day::date else valid_to end,
                            deleted_at = case when valid_from > :day then now() end,
                            version = version + 1
                        where id in (select assignment from ended)
                        """).param("person", person).param("day", lastDay).update();
    }

    /** Brings back what {@link #endAll} ended, but for what somebody has changed since. */
    void bringBack(long person) {
        database.sql("""
                        with ended as (
                            delete from access.ended_by_departure e using access.assignment a
                            where a.id = e.assignment and a.person = ?
                            returning e.assignment, e.valid_to, e.version)
                        update access.assignment a set valid_to = e.valid_to, deleted_at = null, version = a.version + 1
                        from ended e where a.id = e.assignment and a.version = e.version
                        """).param(person).update();
    }

    void remove(long id, int version) {
        must(database.sql(
                        "update access.assignment set deleted_at = now(), version = version + 1 where id = ? and version = ?")
                .params(id, version)
                .update());
    }

    boolean restore(long id) {
        return database.sql("""
                        update access.assignment set deleted_at = null, version = version + 1
                        where id = ? and deleted_at > now() - interval '30 days'
                        """).param(id).update() == 1;
    }

    /**
     * Whether somebody else than these holds the whole installation on this day and on. Those who ask wait for each
     * other, so that two cannot take the last two away at once.
     */
    boolean administeredWithout(Collection<Long> assignments, LocalDate day) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('access.last-administrator', 0))")
                .query(row -> {});
        return database.sql("select access.administered_without(?, ?)")
                .params(assignments.toArray(Long[]::new), day)
                .query(Boolean.class)
                .single();
    }

    /** Where a role is held: UNIT, AREA, ORGANISATION or ANY. */
    String placeOf(Role role) {
        return database.sql("select place from access.role where role = ?")
                .param(role.name())
                .query(String.class)
                .single();
    }

    /** The time an assignment holds; without an end until further notice. */
    record Time(LocalDate from, @Nullable LocalDate to) {}

    private static void must(int changed) {
        if (changed == 0) {
            throw Refusal.stale();
        }
    }

    private static AssignmentView assignment(ResultSet row, int number) throws SQLException {
        return new AssignmentView(
                row.getLong("id"),
                row.getLong("person"),
                Role.valueOf(row.getString("role")),
                row.getObject("organisation", Long.class),
                row.getString("place"),
                row.getBoolean("in_case"),
                row.getBoolean("acting"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("state"),
                row.getInt("version"));
    }
}
