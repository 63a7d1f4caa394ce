package se.samverkan.survey.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.Bin;
import se.samverkan.survey.engagement.Shares.Share;

/** Staff lists and what was counted of steps, as row-level security lets the actor see them. */
@Component
class StoredStaff {

    private final JdbcClient database;

    StoredStaff(JdbcClient database) {
        this.database = database;
    }

    List<Long> units(String verb) {
        return database.sql("select unnest(survey.units_for(?))")
                .param(verb)
                .query(Long.class)
                .list();
    }

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    /** By team, then by name, as a Swede sorts. */
    List<StaffMember> of(long unit) {
        return database.sql("""
                        select id, name, email, team, pedagogical from survey.staff where unit = ?
                        order by team collate "sv-SE-x-icu", name collate "sv-SE-x-icu", id
                        """).param(unit).query(StaffMember.class).list();
    }

    void add(long unit, long organiser, StaffMember member) {
        database.sql("""
                        insert into survey.staff (owner_organisation, organiser, unit, name, email, team, pedagogical)
                        values (:organiser, :organiser, :unit, :name, :email, :team, :pedagogical)
                        """)
                .param("organiser", organiser)
                .param("unit", unit)
                .param("name", member.name())
                .param("email", member.email())
                .param("team", member.team())
                .param("pedagogical", member.pedagogical())
                .update();
    }

    void remove(long unit) {
        database.sql("delete from survey.staff where unit = ?").param(unit).update();
    }

    /** Holds a unit's list until the transaction ends, so that two do not take in lists at once. */
    void hold(long unit) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('survey.staff', ?))")
                .param(unit)
                .query(row -> {});
    }

    /** How many pedagogical staff each team has. */
    Map<String, Integer> teams(long unit) {
        return counts(database.sql("select team, people from survey.teams(?)").param(unit));
    }

    /** How many of each team took part, step by step; in one question, however many steps there are. */
    Map<Integer, Map<String, Integer>> tookPart(long unit, List<Collection<Long>> steps) {
        List<Integer> numbers = new ArrayList<>();
        List<Long> people = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            for (long person : steps.get(step)) {
                numbers.add(step);
                people.add(person);
            }
        }
        Map<Integer, Map<String, Integer>> found = new TreeMap<>();
        database.sql("select step, team, people from survey.took_part(?, ?, ?)")
                .params(unit, numbers.toArray(Integer[]::new), people.toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getInt(1), step -> new TreeMap<>())
                            .put(row.getString(2), row.getInt(3));
                });
        return found;
    }

    private static Map<String, Integer> counts(JdbcClient.StatementSpec statement) {
        Map<String, Integer> found = new TreeMap<>();
        statement.query(row -> {
            found.put(row.getString(1), row.getInt(2));
        });
        return found;
    }

    long addStep(long partnership, long organiser, long unit, String name, LocalDate day, List<Share> shares) {
        long step = database.sql("""
                        insert into survey.step (owner_organisation, organiser, partnership, unit, name, day)
                        values (:organiser, :organiser, :partnership, :unit, :name, :day) returning id
                        """)
                .param("organiser", organiser)
                .param("partnership", partnership)
                .param("unit", unit)
                .param("name", name)
                .param("day", day)
                .query(Long.class)
                .single();
        shares.forEach(share -> database.sql(
                        "insert into survey.step_count (step, team, people, took_part) values (?, ?, ?, ?)")
                .params(step, share.team(), share.people(), share.tookPart())
                .update());
        return step;
    }

    /** Puts a step aside, with what was counted, to be taken back. */
    boolean removeStep(long partnership, long step) {
        database.sql("""
                        insert into survey.removed_step (partnership, organiser, unit, name, day, counts)
                        select s.partnership, s.organiser, s.unit, s.name, s.day, coalesce((
                            select jsonb_agg(to_jsonb(c) - 'step') from survey.step_count c where c.step = s.id), '[]')
                        from survey.step s where s.id = ? and s.partnership = ?
                        """).params(step, partnership).update();
        return database.sql("delete from survey.step where id = ? and partnership = ?")
                        .params(step, partnership)
                        .update()
                == 1;
    }

    /** A step that was removed. */
    record Removed(long id, String name, LocalDate day) {}

    List<Removed> removedSteps(long partnership, long unit) {
        return database.sql("""
                        select id, name, day from survey.removed_step
                        where partnership = ? and unit = ? and removed_on >= access.today() - ? order by id desc
                        """)
                .params(partnership, unit, (int) Bin.KEPT.toDays())
                .query(Removed.class)
                .list();
    }

    boolean takeStepBack(long partnership, long unit, long removed) {
        return database.sql("""
                        with back as (
                            delete from survey.removed_step where id = ? and partnership = ? and unit = ?
                            returning partnership, organiser, unit, name, day, counts
                        ), step as (
                            insert into survey.step (owner_organisation, organiser, partnership, unit, name, day)
                            select organiser, organiser, partnership, unit, name, day from back returning id
                        )
                        select step.id, back.counts::text from step cross join back
                        """)
                .params(removed, partnership, unit)
                .query((row, n) -> count(row.getLong("id"), row.getString("counts")))
                .optional()
                .isPresent();
    }

    private long count(long step, String counts) {
        database.sql("""
                        insert into survey.step_count (step, team, people, took_part)
                        select ?, c.team, c.people, c.took_part
                        from jsonb_to_recordset(?::jsonb) as c (team text, people int, took_part int)
                        """).params(step, counts).update();
        return step;
    }

    /** What was counted, the newest step first. */
    List<CountedStep> steps(long partnership, long unit) {
        Map<Long, CountedStep> found = new LinkedHashMap<>();
        database.sql("""
                        select s.id, s.name, s.day, c.team, c.people, c.took_part
                        from survey.step s left join survey.step_count c on c.step = s.id
                        where s.partnership = ? and s.unit = ?
                        order by s.day desc, s.id desc, c.team <> '', c.team collate "sv-SE-x-icu"
                        """).params(partnership, unit).query(row -> {
            CountedStep step = found.get(row.getLong("id"));
            if (step == null) {
                step = new CountedStep(
                        row.getLong("id"),
                        new Text(row.getString("name"), ""),
                        row.getObject("day", LocalDate.class),
                        new ArrayList<>());
                found.put(step.id(), step);
            }
            if (row.getString("team") != null) {
                step.shares().add(new Share(row.getString("team"), row.getInt("people"), row.getInt("took_part")));
            }
        });
        return List.copyOf(found.values());
    }
}
