package se.samverkan.followup.goal;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.actionplan.HoldingPlans.HoldingPlan;

/** What units count themselves, in the database, as row-level security lets the actor see it. */
@Repository
class CountedFigures {

    private final JdbcClient database;

    CountedFigures(JdbcClient database) {
        this.database = database;
    }

    List<CountedFigure> ofPlan(long plan) {
        return database.sql("""
                        select id, goal, counted_on, value, n, words from followup.own_figure
                        where plan = ? and removed_at is null order by goal, counted_on
                        """)
                .param(plan)
                .query((row, at) -> {
                    int n = row.getInt("n");
                    return new CountedFigure(
                            row.getLong("id"),
                            row.getLong("goal"),
                            row.getObject("counted_on", LocalDate.class),
                            row.getDouble("value"),
                            n == 0 ? OptionalInt.empty() : OptionalInt.of(n),
                            row.getString("words"));
                })
                .list();
    }

    void add(HoldingPlan plan, long goal, LocalDate day, double value, OptionalInt n, String words) {
        database.sql("""
                        insert into followup.own_figure (plan, goal, organiser, unit, counted_on, value, n, words)
                        values (:plan, :goal, :organiser, :unit, :day, :value, :n, :words)
                        """)
                .param("plan", plan.id())
                .param("goal", goal)
                .param("organiser", plan.organiser())
                .param("unit", plan.unit())
                .param("day", day)
                .param("value", value)
                .param("n", n.isPresent() ? n.getAsInt() : null, Types.INTEGER)
                .param("words", words)
                .update();
    }

    void remove(long figure) {
        database.sql("""
                        update followup.own_figure set removed_by = access.person(), removed_at = now()
                        where id = ? and removed_at is null
                        """).param(figure).update();
    }
}
