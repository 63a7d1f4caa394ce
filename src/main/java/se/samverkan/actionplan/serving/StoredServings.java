package se.samverkan.actionplan.serving;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links between plans in the database, as row-level security lets the actor see them. */
@Repository
class StoredServings {

    private final JdbcClient database;

    StoredServings(JdbcClient database) {
        this.database = database;
    }

    List<Serving> of(Collection<Long> plans) {
        return database.sql("""
                select id, plan, part, upper_part from actionplan.serving
                where plan = any (:plans) and removed_at is null order by id
                """)
                .param("plans", plans.toArray(Long[]::new))
                .query((row, n) -> new Serving(
                        row.getLong("id"), row.getLong("plan"), row.getLong("part"), row.getLong("upper_part")))
                .list();
    }

    /** Links two parts; once, however often it is sent. */
    boolean serve(long plan, long part, long upperPlan, long upper) {
        return database.sql("""
                insert into actionplan.serving (plan, part, upper_plan, upper_part) values (?, ?, ?, ?)
                on conflict do nothing
                """).params(plan, part, upperPlan, upper).update() == 1;
    }

    void end(long serving) {
        database.sql("""
                update actionplan.serving set removed_by = access.person(), removed_at = now() where id = ?
                """).param(serving).update();
    }
}
