package se.samverkan.partnership.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.cohort.Cohort.Day;
import se.samverkan.shared.AskedOnce;
import se.samverkan.shared.Period;

/** Cohorts in the database, as row-level security lets the actor see them. */
@Component
class StoredCohorts {

    private final JdbcClient database;

    StoredCohorts(JdbcClient database) {
        this.database = database;
    }

    Optional<Cohort> find(long id) {
        return AskedOnce.in(
                StoredCohorts.class, id, () -> read("c.id = " + id).stream().findFirst());
    }

    /** Those that begin last come first. */
    List<Cohort> all() {
        return read("true");
    }

    private List<Cohort> read(String condition) {
        Map<Long, List<Day>> days = days();
        return database.sql("""
                        select c.id, c.owner_organisation, c.name, c.variant, c.first_term, c.version,
                            (select count(*) from partnership.partnership p where p.cohort = c.id
                                and p.standing not in ('WITHDRAWN', 'DECLINED', 'LAPSED')) as partnerships
                        from partnership.cohort c where
                        """ + condition + " order by c.first_term desc, c.id desc")
                .query((row, n) -> new Cohort(
                        row.getLong("id"),
                        row.getLong("owner_organisation"),
                        row.getString("name"),
                        row.getString("variant"),
                        Period.ofKey(row.getInt("first_term")),
                        row.getInt("version"),
                        row.getInt("partnerships"),
                        days.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private Map<Long, List<Day>> days() {
        Map<Long, List<Day>> days = new HashMap<>();
        database.sql("""
                        select id, cohort, day, name from partnership.cohort_day where taken_away_at is null
                        order by day, id
                        """).query(row -> {
            days.computeIfAbsent(row.getLong("cohort"), id -> new ArrayList<>())
                    .add(new Day(row.getLong("id"), row.getObject("day", LocalDate.class), row.getString("name")));
        });
        return days;
    }

    /** Adds one; empty where there is one of that name. */
    Optional<Long> add(long owner, String name, String variant, Period firstTerm) {
        return database.sql("""
                        insert into partnership.cohort (owner_organisation, name, variant, first_term)
                        values (:owner, :name, :variant, :term) on conflict do nothing returning id
                        """)
                .param("owner", owner)
                .param("name", name)
                .param("variant", variant)
                .param("term", firstTerm.key())
                .query(Long.class)
                .optional();
    }

    /** Writes what it is called and when it begins; false when there is a newer version. */
    boolean change(long id, int version, String name, Period firstTerm) {
        return database.sql("""
                        update partnership.cohort set name = ?, first_term = ?, version = version + 1
                        where id = ? and version = ?
                        """).params(name, firstTerm.key(), id, version).update() == 1;
    }

    /** Says that its days are others now, to whoever has a form of it open. */
    void touch(long id) {
        database.sql("update partnership.cohort set version = version + 1 where id = ?")
                .param(id)
                .update();
    }

    void addDay(long cohort, LocalDate day, String name) {
        database.sql("insert into partnership.cohort_day (cohort, day, name) values (?, ?, ?)")
                .params(cohort, day, name)
                .update();
    }

    boolean takeAway(long cohort, long day) {
        return database.sql("""
                        update partnership.cohort_day set taken_away_at = now()
                        where cohort = ? and id = ? and taken_away_at is null
                        """).params(cohort, day).update() == 1;
    }
}
