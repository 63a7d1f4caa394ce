package se.samverkan.actionplan.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom plans are open, as row-level security lets the actor see it. */
@Repository
class StoredPlanOpenings {

    private final JdbcClient database;

    StoredPlanOpenings(JdbcClient database) {
        this.database = database;
    }

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    List<PlanOpening> of(long plan) {
        return database.sql("""
                select o.id, o.person, n.name, o.until
                from actionplan.opening o join access.names_of(array(
                    select person from actionplan.opening where plan = :plan)) n on n.id = o.person
                where o.plan = :plan and o.ended_at is null and o.until >= access.today()
                order by n.name collate "sv-SE-x-icu", o.id
                """)
                .param("plan", plan)
                .query((row, n) -> new PlanOpening(
                        row.getLong("id"),
                        row.getLong("person"),
                        row.getString("name"),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    List<PlanSupporter> supporters(long plan) {
        return database.sql("select id, name, roles from actionplan.supporters(?)")
                .param(plan)
                .query((row, n) -> new PlanSupporter(row.getLong("id"), row.getString("name"), Arrays.asList((String[])
                        row.getArray("roles").getArray())))
                .list();
    }

    void open(long plan, long person, LocalDate until) {
        database.sql("""
                update actionplan.opening set ended_by = access.person(), ended_at = now()
                where plan = ? and person = ? and ended_at is null
                """).params(plan, person).update();
        database.sql("insert into actionplan.opening (plan, person, until) values (?, ?, ?)")
                .params(plan, person, until)
                .update();
    }

    void end(long opening) {
        database.sql("update actionplan.opening set ended_by = access.person(), ended_at = now() where id = ?")
                .param(opening)
                .update();
    }
}
